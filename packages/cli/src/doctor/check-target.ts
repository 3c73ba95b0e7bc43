import type { ConfigurationFacts, Facts } from './facts.ts'
import type { Finding } from './finding.ts'

// Of a token's life of hours this is nothing, and of a day's statistics hardly anything.
const mostSkewMs = 60_000

/** What is to be said of the configuration and of the target that follows from it. Pure. */
export function checkTarget(facts: Facts): Finding[] {
  const { configuration } = facts
  if ('failure' in configuration) {
    return [
      {
        id: 'configuration',
        state: 'problem',
        reason: configuration.failure,
        mend: 'Mend the setting that is named; docs/configuration.md has them all.',
      },
    ]
  }
  return [
    toSources(configuration),
    toTarget(configuration),
    ...toProbe(facts, configuration),
    ...toHosts(configuration),
  ]
}

function toSources({ sources, values }: ConfigurationFacts): Finding {
  const told = Object.entries(sources).map(([name, origin]) =>
    name in values ? `${name} ${values[name]} from ${origin}` : `${name} from ${origin}`,
  )
  return {
    id: 'configuration',
    state: 'ok',
    reason: told.length === 0 ? 'everything is as it is unless told' : told.join('; '),
  }
}

function toTarget({ kind, endpoint, reason }: ConfigurationFacts): Finding {
  const what = {
    emulator: 'the embedded emulator',
    sandbox: `the API Sandbox at ${endpoint}`,
    url: `the server at ${endpoint}`,
  }
  return { id: 'target', state: 'ok', reason: `the target is ${what[kind]}, since ${reason}` }
}

function toProbe({ probe }: Facts, { kind, endpoint }: ConfigurationFacts): Finding[] {
  if (kind === 'emulator' || !probe) return []
  if (probe.failure !== undefined) {
    return [
      {
        id: 'target-reachable',
        state: 'problem',
        reason: `${endpoint} cannot be reached: ${probe.failure}`,
        mend:
          kind === 'sandbox'
            ? 'Look at the network and its proxy, or set SORACOM_FIXTURES_TARGET=emulator.'
            : 'Start the server, or mend SORACOM_FIXTURES_TARGET.',
      },
    ]
  }
  const reachable: Finding = {
    id: 'target-reachable',
    state: 'ok',
    reason: `it answered in ${Math.round(probe.durationMs ?? 0)} ms`,
  }
  return [reachable, toKey(probe.keyAccepted), toSkew(probe.skewMs)]
}

function toKey(keyAccepted: boolean | undefined): Finding {
  const id = 'credentials'
  if (keyAccepted === true) return { id, state: 'ok', reason: 'the target takes the auth key' }
  if (keyAccepted === undefined)
    return {
      id,
      state: 'unknown',
      reason: 'the answer of the target does not tell whether it takes the auth key',
      mend: 'Run soracom-fixtures doctor again; where it stays so, look at what stands between here and the target.',
    }
  return {
    id,
    state: 'problem',
    reason: 'the target does not take the auth key (SBX1002)',
    mend: 'Make an auth key in the User Console and set SORACOM_AUTH_KEY_ID and SORACOM_AUTH_KEY.',
  }
}

function toSkew(skewMs: number | undefined): Finding {
  const id = 'clock'
  if (skewMs === undefined)
    return {
      id,
      state: 'unknown',
      reason: 'the target does not tell its time',
      mend: 'Look at whether a proxy takes the Date header away; the clock of this machine may be right all the same.',
    }
  const seconds = Math.round(Math.abs(skewMs) / 1_000)
  if (Math.abs(skewMs) <= mostSkewMs) return { id, state: 'ok', reason: `the clocks differ by ${seconds} s` }
  return {
    id,
    state: 'problem',
    reason: `the clock of this machine is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the target's, so that points of time are refused or land in another day`,
    mend: 'Set the clock of this machine by a time server.',
  }
}

function toHosts({ allowHosts, sources }: ConfigurationFacts): Finding[] {
  const production = allowHosts.filter((host) => /^([a-z]+\.)?api\.soracom\.io\.?(:\d+)?$/i.test(host))
  if (production.length === 0) return [{ id: 'production', state: 'ok', reason: 'the production API is refused' }]
  return [
    {
      id: 'production',
      state: 'problem',
      reason: `${sources.allowHosts ?? 'allowHosts'} allows ${production.join(', ')}, the production API`,
      mend: 'Take it out of allowHosts: fixtures are only made in the sandbox or an emulator.',
    },
  ]
}
