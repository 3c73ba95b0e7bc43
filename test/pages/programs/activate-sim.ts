import process from 'node:process'
import { createClient, SoracomApiError } from '@soracom-fixtures/client'

const client = createClient({ endpoint: process.env.SORACOM_ENDPOINT ?? 'http://127.0.0.1:4010' })
const login = { email: 'a@example.com', password: 'Abcdefg1' }
const { apiKey, token, operatorId } = await client.auth.authenticate(login)
const shop = client.as({ apiKey, token, operatorId, login })

const { imsi, registrationSecret } = await shop.sandbox.createSubscriber({ subscription: 'plan-D' })
try {
  await shop.subscribers.register(imsi, { registrationSecret })
  await shop.subscribers.activate(imsi)
} catch (error) {
  if (SoracomApiError.is(error)) console.log(error.status, error.apiCode, error.sent)
  throw error
}
for await (const sim of shop.subscribers.list({ status_filter: 'active' })) console.log(sim.imsi)
