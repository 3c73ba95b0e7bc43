#!/usr/bin/env node
// Usage: main.mjs 2026-10 1000, with SORACOM_ENDPOINT, SORACOM_API_KEY and SORACOM_TOKEN in the environment. Exits with 1
// where a SIM is over the budget.
import process from 'node:process'
import { findExpensiveSims, toAlert } from './billing-alert.mjs'

const { SORACOM_ENDPOINT, SORACOM_API_KEY: apiKey, SORACOM_TOKEN: token } = process.env
const [month, budget] = process.argv.slice(2)
const account = { endpoint: SORACOM_ENDPOINT ?? 'https://api.soracom.io', apiKey, token }
const found = await findExpensiveSims(account, { month, budget: Number(budget) })
for (const sim of found) process.stdout.write(`${toAlert(sim)}\n`)
if (found.length > 0) process.exitCode = 1
