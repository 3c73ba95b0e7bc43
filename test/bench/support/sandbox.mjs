import { createEmulator } from '@soracom-fixtures/emulator'

/** An emulator that is called as a function, so that its state is built without a socket. */
export function openSandbox(options) {
  const emulator = createEmulator({ logSize: 0, ...options })
  let operators = 0
  const send = (method, path, body, headers) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const reply = emulator.handle({ method, url: `/v1${path}`, headers, body: text })
    if (reply.status >= 300) throw new Error(`${method} ${path} answered ${reply.status}: ${reply.body}`)
    return reply.body
  }
  return {
    emulator,
    /** Makes an operator and gives what calls as it. */
    operator() {
      operators += 1
      const account = {
        email: `bench-${operators}@example.com`,
        password: 'passwordA1',
        authKeyId: 'keyId',
        authKey: 'secret',
      }
      const { operatorId, apiKey, token } = JSON.parse(send('POST', '/sandbox/init', account))
      const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
      const call = (method, path, body) => send(method, path, body, headers)
      return {
        operatorId,
        call,
        /** Makes SIMs and registers them; gives their IMSIs. */
        sims(count, subscription = 'plan-D') {
          return Array.from({ length: count }, () => {
            const { imsi, registrationSecret } = JSON.parse(
              call('POST', '/sandbox/subscribers/create', { subscription }),
            )
            call('POST', `/subscribers/${imsi}/register`, { registrationSecret })
            return imsi
          })
        },
        /** Inserts a point of a SIM's usage. */
        point(imsi, unixtime, bytes = 1_048_576) {
          const traffic = {
            uploadByteSizeTotal: bytes,
            downloadByteSizeTotal: 0,
            uploadPacketSizeTotal: 1,
            downloadPacketSizeTotal: 0,
          }
          call('POST', `/sandbox/stats/air/subscribers/${imsi}`, {
            unixtime,
            dataTrafficStatsMap: { 's1.fast': traffic },
          })
        },
      }
    },
  }
}
