import * as v from 'valibot'
import { beamProtocols } from '../beam-protocols.ts'

/** Traffic of one speed class: bytes, and packets under names that say PacketSize. */
export const dataTrafficStatsSchema = v.object({
  uploadByteSizeTotal: v.exactOptional(v.number()),
  downloadByteSizeTotal: v.exactOptional(v.number()),
  uploadPacketSizeTotal: v.exactOptional(v.number()),
  downloadPacketSizeTotal: v.exactOptional(v.number()),
})
export type DataTrafficStats = v.InferOutput<typeof dataTrafficStatsSchema>

/** `POST /sandbox/stats/air/subscribers/{imsi}`; UNIX seconds. */
export const insertAirStatsRequestSchema = v.object({
  unixtime: v.number(),
  dataTrafficStatsMap: v.record(v.string(), dataTrafficStatsSchema),
})
export type InsertAirStatsRequest = v.InferOutput<typeof insertAirStatsRequestSchema>

const beamCountsSchema = v.object({ count: v.exactOptional(v.number()) })

/** `POST /sandbox/stats/beam/subscribers/{imsi}`; UNIX seconds. */
export const insertBeamStatsRequestSchema = v.object({
  unixtime: v.number(),
  beamStatsMap: v.partial(
    v.object(
      Object.fromEntries(beamProtocols.map((protocol) => [protocol, beamCountsSchema])) as Record<
        (typeof beamProtocols)[number],
        typeof beamCountsSchema
      >,
    ),
  ),
})
export type InsertBeamStatsRequest = v.InferOutput<typeof insertBeamStatsRequestSchema>

/** One bucket of a SIM's Air stats. `unixtime` is the bucket's beginning in UNIX seconds, UTC. */
export const airStatsRowSchema = v.object({
  date: v.string(),
  unixtime: v.number(),
  dataTrafficStatsMap: v.record(
    v.string(),
    v.object({
      uploadByteSizeTotal: v.number(),
      downloadByteSizeTotal: v.number(),
      uploadPacketSizeTotal: v.number(),
      downloadPacketSizeTotal: v.number(),
    }),
  ),
})
export type AirStatsRow = v.InferOutput<typeof airStatsRowSchema>

/** One bucket of a SIM's Beam stats. `unixtime` is the bucket's beginning in UNIX seconds, UTC. */
export const beamStatsRowSchema = v.object({
  date: v.string(),
  unixtime: v.number(),
  beamStatsMap: v.record(v.string(), v.object({ count: v.number() })),
})
export type BeamStatsRow = v.InferOutput<typeof beamStatsRowSchema>

/** One bucket of the Air stats of a group or an operator. */
export const airAggregatedStatsRowSchema = v.object({
  unixtime: v.number(),
  uploadByteSizeTotal: v.number(),
  downloadByteSizeTotal: v.number(),
})
export type AirAggregatedStatsRow = v.InferOutput<typeof airAggregatedStatsRowSchema>

/** A SIM and the bytes that it sent and received. */
export const trafficRankSchema = v.object({ imsi: v.string(), trafficVolume: v.number() })
export type TrafficRank = v.InferOutput<typeof trafficRankSchema>
