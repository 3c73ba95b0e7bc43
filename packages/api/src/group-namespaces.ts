/** The namespaces that a group can be configured in (published API document). */
export const groupNamespaces = [
  'SoracomAir',
  'SoracomBeam',
  'SoracomEndorse',
  'SoracomFlux',
  'SoracomFunk',
  'SoracomFunnel',
  'SoracomHarvest',
  'SoracomHarvestFiles',
  'SoracomKrypton',
  'SoracomOrbit',
  'UnifiedEndpoint',
] as const

/** A namespace of a group's configuration, such as `SoracomAir`. */
export type GroupNamespace = (typeof groupNamespaces)[number]
