/** Kinds of resources that data entries come from. */
export const dataResourceTypes = ['Subscriber', 'LoraDevice', 'Sim', 'SigfoxDevice', 'Device', 'SoraCam'] as const
export type DataResourceType = (typeof dataResourceTypes)[number]
