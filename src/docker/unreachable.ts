import { ExpectedError, messageOf } from '../core/errors.ts';
import { endpointPath, isUnixSocket } from './endpoint.ts';
import type { EngineTarget } from './findEngine.ts';

/** The sentence for an engine that gave no answer: `denied` where the user may not ask it, else `unreachable`. */
export function unreachable(error: unknown, target: EngineTarget): ExpectedError {
  const code = codeOf(error);
  const detail = messageOf(error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new ExpectedError('denied', deniedSentence(target.endpoint), { detail, cause: error });
  }
  return new ExpectedError('unreachable', sentence(code, detail, target), { detail, cause: error });
}

function deniedSentence(endpoint: string): string {
  if (!isUnixSocket(endpoint)) return `You may not use the Docker engine at ${endpoint}.`;
  return (
    `You may not use the Docker socket ${endpointPath(endpoint)}. ` +
    "Members of the group docker may; that group has root's power on this machine."
  );
}

function sentence(code: string | undefined, detail: string, target: EngineTarget): string {
  const { endpoint, tried } = target;
  switch (code) {
    case 'ENOENT':
    case 'ECONNREFUSED':
    case 'ENOTSOCK':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `No Docker engine answers at ${endpoint} (tried: ${tried.join(', ')}).`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of the Docker engine ${endpoint} is not known (tried: ${tried.join(', ')}).`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ABORT_ERR':
      return `The connection to the Docker engine at ${endpoint} broke off.`;
    default:
      return `The Docker engine at ${endpoint} cannot be talked to: ${detail.replace(/\.$/, '')}.`;
  }
}

/** Where a host has several addresses, Node tells one error of several. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return (error as { code?: string } | undefined)?.code;
}
