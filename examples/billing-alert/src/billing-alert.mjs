/**
 * The SIMs that cost more than a budget in a month, the dearest first, each with its traffic. Knows nothing of tests: it
 * calls the API as it would in production.
 *
 * @param {{ endpoint: string, apiKey: string, token: string }} account
 * @param {{ month: string, budget: number }} limit a month as `yyyy-MM`, and an amount without tax
 */
export async function findExpensiveSims(account, { month, budget }) {
  const yearMonth = month.replace('-', '')
  const summaries = await get(account, '/bills/summaries/sims')
  const { costBreakdownList = [], currency } = summaries.find((one) => one.yearMonth === yearMonth) ?? {}
  const expensive = costBreakdownList.filter(({ amount }) => amount > budget).sort((a, b) => b.amount - a.amount)
  return await Promise.all(
    expensive.map(async ({ simId, amount }) => {
      const { tags } = await get(account, `/sims/${simId}`)
      const bytes = await readBytes(account, simId, month)
      return { simId, name: tags?.name ?? simId, amount, currency, over: amount - budget, ...bytes }
    }),
  )
}

/** A line for people, such as a chat gets it. */
export function toAlert({ name, amount, currency, over, uploadBytes, downloadBytes }) {
  const mib = Math.round((uploadBytes + downloadBytes) / 1024 ** 2)
  return `${name} costs ${amount} ${currency}, ${over} over the budget (${mib} MiB)`
}

async function readBytes(account, simId, month) {
  const from = Date.parse(`${month}-01T00:00:00Z`) / 1000
  const rows = await get(account, `/stats/air/sims/${simId}?from=${from}&to=${from}&period=month`)
  const counts = rows.flatMap(({ dataTrafficStatsMap }) => Object.values(dataTrafficStatsMap))
  const sum = (name) => counts.reduce((all, one) => all + (one[name] ?? 0), 0)
  return { uploadBytes: sum('uploadByteSizeTotal'), downloadBytes: sum('downloadByteSizeTotal') }
}

async function get({ endpoint, apiKey, token }, path) {
  const headers = { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
  const response = await fetch(`${endpoint}/v1${path}`, { headers })
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`)
  return await response.json()
}
