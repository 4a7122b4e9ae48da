import { type FromHostsPage, type HostsState, toHostsPage } from '../../protocol/hosts.ts';
import { HostsPage } from '../hosts/HostsPage.tsx';
import { openPage } from '../openPage.ts';

openPage<HostsState, FromHostsPage>(HostsPage, toHostsPage, (state) => ({
  id: state.container,
  name: state.title,
  typed: state.names.filter((row) => row.typed).map((row) => row.name),
}));
