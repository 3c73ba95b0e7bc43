import process from 'node:process'
import { createClient } from '@soracom-fixtures/client'

const client = createClient({ endpoint: process.env.SORACOM_ENDPOINT ?? 'http://127.0.0.1:4010' })
const login = { email: 'a@example.com', password: 'Abcdefg1' }
const { apiKey, token, operatorId } = await client.auth.authenticate(login)
const shop = client.as({ apiKey, token, operatorId, login })

for await (const sim of shop.subscribers.list({ status_filter: 'active' })) console.log(sim.imsi)
