// What a careful user writes without a framework: the same calls with got, one after the other.
import got from 'got'

/** Signs an operator up, hands its client to `work`, deletes it, and gives how long signing up and the work took. */
export async function timeScript(endpoint, work) {
  const startedMs = performance.now()
  const api = got.extend({ prefixUrl: `${endpoint}/v1`, responseType: 'json', retry: { limit: 0 } })
  const { apiKey, token, operatorId } = await api
    .post('sandbox/init', {
      json: {
        email: `bench-${crypto.randomUUID()}@example.com`,
        password: 'passwordA1',
        authKeyId: 'keyId-bench',
        authKey: 'secret-bench',
        coverageTypes: ['jp'],
        registerPaymentMethod: true,
      },
    })
    .json()
  const own = api.extend({ headers: { 'x-soracom-api-key': apiKey, 'x-soracom-token': token } })
  await work(own, operatorId)
  const ms = performance.now() - startedMs
  await own.delete(`sandbox/operators/${operatorId}`)
  return ms
}

/** Makes SIMs that are active and have one point of usage each. */
export async function addActiveSims(own, sims, at) {
  for (let index = 0; index < sims; index += 1) {
    const { imsi, registrationSecret } = await own
      .post('sandbox/subscribers/create', { json: { subscription: 'plan-D' } })
      .json()
    await own.post(`subscribers/${imsi}/register`, { json: { registrationSecret } })
    await own.post(`subscribers/${imsi}/activate`)
    await own.post(`sandbox/stats/air/subscribers/${imsi}`, {
      json: { unixtime: at, dataTrafficStatsMap: { 's1.fast': traffic } },
    })
  }
}

const traffic = {
  uploadByteSizeTotal: 1_048_576,
  downloadByteSizeTotal: 0,
  uploadPacketSizeTotal: 700,
  downloadPacketSizeTotal: 0,
}
