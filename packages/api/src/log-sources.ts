/** Kinds of resources that error logs are about. */
export const logResourceTypes = ['Subscriber', 'Device', 'LoraDevice', 'SigfoxDevice'] as const
export type LogResourceType = (typeof logResourceTypes)[number]

/** Services that write error logs. */
export const logServices = ['Air', 'Beam', 'Funk', 'Funnel', 'Harvest', 'Napter', 'Orbit', 'Unified'] as const
export type LogService = (typeof logServices)[number]
