/** The protocols that Beam counts requests for, inwards (from the SIM) and outwards (published sandbox document). */
export const beamProtocols = [
  'inHttp',
  'inMqtt',
  'inTcp',
  'inUdp',
  'outHttp',
  'outHttps',
  'outMqtt',
  'outMqtts',
  'outTcp',
  'outTcps',
  'outUdp',
] as const

/** A protocol that Beam counts requests for, such as `outHttps`. */
export type BeamProtocol = (typeof beamProtocols)[number]
