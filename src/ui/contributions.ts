/** Every id that package.json and the code share, once. A test holds this list against package.json. */

export const containerViewId = 'dockerNetworks';
export const viewId = 'dockerNetworks.networks';
/** Below the tree, folded: which engine is talked to. */
export const engineViewId = 'dockerNetworks.engine';
/** In its place while no engine answers, unfolded: what was tried to find one. */
export const triedViewId = 'dockerNetworks.tried';
/** Shown below the tree while the user has no network of their own: says so and offers to create one. */
export const firstNetworkViewId = 'dockerNetworks.firstNetwork';

export const contextKeys = {
  /** 'connecting' | 'unreachable' | 'denied' | 'connected' */
  state: 'dockerNetworks.state',
  hasUserNetworks: 'dockerNetworks.hasUserNetworks',
} as const;

export const settings = {
  section: 'dockerNetworks',
  host: 'dockerNetworks.host',
  probeImage: 'dockerNetworks.probeImage',
} as const;

/** Types of the panels, which come back after a reload by activation events of these names. */
export const panelTypes = {
  hosts: 'dockerNetworks.hosts',
  matrix: 'dockerNetworks.matrix',
  reachability: 'dockerNetworks.reachability',
} as const;

export const documentScheme = 'docker-network';

/** Own type of what is dragged in the tree: `application/vnd.code.tree.` and the view's id in lower case. */
export const dragMime = 'application/vnd.code.tree.dockernetworks.networks';

export const commandIds = {
  refresh: 'dockerNetworks.refresh',
  createNetwork: 'dockerNetworks.createNetwork',
  createNetworkForBoth: 'dockerNetworks.createNetworkForBoth',
  connectContainer: 'dockerNetworks.connectContainer',
  /** The same by another title: on a container, networks are offered. */
  connectToNetwork: 'dockerNetworks.connectToNetwork',
  disconnectContainer: 'dockerNetworks.disconnectContainer',
  reconnectContainer: 'dockerNetworks.reconnectContainer',
  repairContainer: 'dockerNetworks.repairContainer',
  removeNetwork: 'dockerNetworks.removeNetwork',
  pruneNetworks: 'dockerNetworks.pruneNetworks',
  runContainer: 'dockerNetworks.runContainer',
  replaceLinks: 'dockerNetworks.replaceLinks',
  startContainer: 'dockerNetworks.startContainer',
  restartContainer: 'dockerNetworks.restartContainer',
  unpauseContainer: 'dockerNetworks.unpauseContainer',
  inspectNetwork: 'dockerNetworks.inspectNetwork',
  inspectContainer: 'dockerNetworks.inspectContainer',
  showContainer: 'dockerNetworks.showContainer',
  testReachability: 'dockerNetworks.testReachability',
  showNameMatrix: 'dockerNetworks.showNameMatrix',
  copyName: 'dockerNetworks.copyName',
  copyId: 'dockerNetworks.copyId',
  copySubnet: 'dockerNetworks.copySubnet',
  copyAddress: 'dockerNetworks.copyAddress',
  copyCreateCommand: 'dockerNetworks.copyCreateCommand',
  chooseEngine: 'dockerNetworks.chooseEngine',
  startEngine: 'dockerNetworks.startEngine',
  showLog: 'dockerNetworks.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** What a row is, as words of its `contextValue`; menus match them as `viewItem =~ /\bnetwork\b/`. */
export const tokens = [
  'named',
  'network',
  'userDefined',
  'builtIn',
  'connectable',
  'runnable',
  'hasSubnet',
  'container',
  'attached',
  'detachable',
  'hasAddress',
  'sharer',
  'linker',
  'reconnectable',
  'broken',
  'stopped',
  'running',
  'paused',
] as const;

export type Token = (typeof tokens)[number];
