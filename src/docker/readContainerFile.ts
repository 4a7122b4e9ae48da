import { posix } from 'node:path';
import { EngineError, ExpectedError } from '../core/errors.ts';
import type { FileContent } from '../core/port.ts';
import { type EngineAnswer, type EngineClient, segment } from './engineClient.ts';
import { firstMember } from './tarMember.ts';

/** How many symbolic links are followed, as Linux does. */
const mostLinks = 40;

/** Room for the headers of the archive before the file in it. */
const overhead = 16 * 1024;

/** Reads the beginning of a file through the engine's archive of it: also where nothing runs, and without any shell. */
export async function readContainerFile(
  client: EngineClient,
  containerId: string,
  path: string,
  limit: number,
): Promise<FileContent> {
  let at = path;
  for (let links = 0; links < mostLinks; links++) {
    const answer = await client.beginning(
      { method: 'GET', path: `/containers/${segment(containerId)}/archive`, query: { path: at } },
      limit + overhead,
    );
    const member = firstMember(answer.body);
    if (!member) throw new EngineError(500, `The engine's archive of ${path} holds no file.`);
    if (member.type === '0') return toContent(member.data, member.size, limit);
    const target = member.type === '2' ? linkTarget(answer) : undefined;
    if (!target) throw new ExpectedError('invalid', `${path} is no file in the container.`);
    at = posix.resolve(posix.dirname(at), target);
  }
  throw new ExpectedError('invalid', `${path} leads through too many symbolic links.`);
}

function toContent(data: Buffer, size: number, limit: number): FileContent {
  const kept = data.subarray(0, limit);
  return { text: kept.toString('utf8'), size, truncated: size > kept.length, binary: kept.includes(0) };
}

/** The engine tells what it knows of the path in a header, as JSON in base 64. */
function linkTarget({ headers }: EngineAnswer): string | undefined {
  const encoded = headers['x-docker-container-path-stat'];
  if (typeof encoded !== 'string') return undefined;
  const stat = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { linkTarget?: string };
  return stat.linkTarget || undefined;
}
