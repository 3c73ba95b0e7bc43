import { createServer } from 'node:http'

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { subscription } = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const body = JSON.stringify({ ...answer, subscription })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))

// As long as what the emulator answers.
const answer = {
  imsi: '001010000000000',
  msisdn: '999000000000',
  serialNumber: 'TS0000000000000',
  registrationSecret: '00000',
  operatorId: 'OP9999999999',
  ipAddress: '10.0.0.1',
  apn: 'soracom-sandbox.io',
  type: 's1.standard',
  iccid: '001010000000000',
  simId: '001010000000000',
  moduleType: 'nano',
  plan: 1,
  sessionStatus: { online: 0 },
  tags: {},
}
