// The code under test: a small service that logs in with an auth key and lists the SIMs of its operator by name.
import { createServer } from 'node:http'
import process from 'node:process'

const { SORACOM_ENDPOINT, SORACOM_AUTH_KEY_ID, SORACOM_AUTH_KEY } = process.env

async function call(path, init) {
  const response = await fetch(`${SORACOM_ENDPOINT}/v1${path}`, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return await response.json()
}

const { apiKey, token } = await call('/auth', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ authKeyId: SORACOM_AUTH_KEY_ID, authKey: SORACOM_AUTH_KEY }),
})

const server = createServer(async (_, response) => {
  const sims = await call('/subscribers', { headers: { 'x-soracom-api-key': apiKey, 'x-soracom-token': token } })
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(sims.map(({ tags }) => tags.name).sort()))
})
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`))
