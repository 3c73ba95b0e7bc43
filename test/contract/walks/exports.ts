import { eventually } from '@soracom-fixtures/core'
import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** What is exported as a CSV file, at once and later: SIMs and usage. */
export async function walkExports(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const unixtime = lastMonthMs / 1000
  const air = { unixtime, dataTrafficStatsMap: { 's1.fast': { downloadByteSizeTotal: 104_857_600 } } }
  await life.call('sandboxInsertAirStats', { params: { imsi }, body: air })
  const beam = { unixtime, beamStatsMap: { inHttp: { count: 10 } } }
  await life.call('sandboxInsertBeamStats', { params: { imsi }, body: beam })
  const range = { from: unixtime, to: unixtime, period: 'day' }
  const yyyyMM = new Date(lastMonthMs).toISOString().slice(0, 7).replace('-', '')

  for (const [operationId, options, text] of [
    ['exportSubscribers', {}, imsi],
    ['exportAirStats', { body: range }, `${imsi},${yyyyMM}03,s1.fast,0,0,104857600,0`],
    ['exportBeamStats', { body: range }, `${imsi},${yyyyMM}03,inHttp,10`],
  ] as const) {
    await walkExport(life, operationId, options, text)
  }
  expect((await life.call('exportAirStats', { body: { from: 0 } })).status).toBe(400)
  expect((await life.call('getExportedFile', { params: { exported_file_id: 'fe_none' } })).status).toBe(404)
  await walkUsage(life, imsi, lastMonthMs)
}

/** Bills as CSV files, by the emulator's rate card. */
export async function walkBillExports(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const dataTrafficStatsMap = { 's1.fast': { downloadByteSizeTotal: 104_857_600 } }
  await life.call('sandboxInsertAirStats', {
    params: { imsi },
    body: { unixtime: lastMonthMs / 1000, dataTrafficStatsMap },
  })
  const yyyyMM = new Date(lastMonthMs).toISOString().slice(0, 7).replace('-', '')
  await walkExport(life, 'exportBilling', { params: { yyyyMM } }, `${imsi},${yyyyMM}03,downloadDataCharge`)
  await walkExport(life, 'exportLatestBilling', {}, 'imsi,date,billItemName')
  expect((await life.call('exportBilling', { params: { yyyyMM: '200001' } })).status).toBe(404)
}

/** One export in both modes; its file holds a text. */
export async function walkExport(life: Life, operationId: string, options: object, text: string): Promise<void> {
  const { url } = (await life.call(operationId, options)).body
  expect(await readFile(url)).toContain(text)
  const query = { export_mode: 'async' }
  const { exportedFileId, exportedFilePath } = (await life.call(operationId, { ...options, query })).body
  expect(exportedFilePath).toBe(`//files/exported/${exportedFileId}`)
  const exported = await eventually(
    () => life.call('getExportedFile', { params: { exported_file_id: exportedFileId } }),
    { until: ({ body }) => body.status !== 'processing', what: 'an exported file' },
  )
  expect(exported.body.status).toBe('exported')
  expect(await readFile(exported.body.url)).toContain(text)
}

async function readFile(url: string): Promise<string> {
  const response = await fetch(url)
  expect(response.status).toBe(200)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  return bytes.toString()
}

async function walkUsage(life: Life, imsi: string, timeMs: number): Promise<void> {
  const span = { from: String(timeMs / 1000), to: String(timeMs / 1000), period: 'day' }
  for (const operationId of ['getFunkStats', 'getFunnelStats', 'getHarvestStats']) {
    expect((await life.call(operationId, { params: { imsi }, query: span })).body).toEqual([])
  }
  const query = { from: String(timeMs), to: String(timeMs + 86_400_000) }
  const ranking = await life.call('searchSubscriberTrafficVolumeRanking', { query })
  expect(ranking.body).toEqual([{ imsi, trafficVolume: 104_857_600 }])
}
