// Prints how many SIMs the operator has whose login is in the environment.
import process from 'node:process'

const { SORACOM_ENDPOINT, SORACOM_EMAIL, SORACOM_PASSWORD } = process.env

async function call(path, init) {
  const response = await fetch(`${SORACOM_ENDPOINT}/v1${path}`, init)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return await response.json()
}

const { apiKey, token } = await call('/auth', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: SORACOM_EMAIL, password: SORACOM_PASSWORD }),
})
const sims = await call('/subscribers', { headers: { 'x-soracom-api-key': apiKey, 'x-soracom-token': token } })
console.log(`${sims.length} SIMs`)
