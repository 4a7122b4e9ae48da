/** The label of every probe container; its value tells which process made it. */
export const probeLabel = 'docker-network-explorer.probe';
