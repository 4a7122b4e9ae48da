import type { ContainerSpec } from '../core/port.ts';
import { toEndpointBody } from './endpointRecord.ts';

/** The body of `POST /containers/create`. Throws `unsupported` for what the engine is too old for. */
export function toCreateContainerBody(spec: ContainerSpec, apiVersion: string): object {
  const bindings = Object.entries(spec.portBindings ?? {});
  return {
    Image: spec.image,
    Cmd: spec.command,
    Entrypoint: spec.entrypoint,
    Labels: spec.labels ?? {},
    ExposedPorts: Object.fromEntries(bindings.map(([port]) => [port, {}])),
    HostConfig: {
      NetworkMode: spec.networkMode,
      // The engine takes these with any network and heeds them on the default bridge alone.
      Links: spec.legacyLinks?.map(({ container, alias }) => `${container}:${alias}`),
      PortBindings: Object.fromEntries(
        bindings.map(([port, hosts]) => [
          port,
          hosts.map(({ hostIp = '', hostPort = '' }) => ({ HostIp: hostIp, HostPort: hostPort })),
        ]),
      ),
      PublishAllPorts: spec.publishAll ?? false,
      AutoRemove: spec.autoRemove ?? false,
    },
    NetworkingConfig: spec.endpoint && {
      EndpointsConfig: { [spec.networkMode]: toEndpointBody(spec.endpoint, apiVersion) },
    },
  };
}
