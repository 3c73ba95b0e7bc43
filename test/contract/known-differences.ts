import type { Difference } from './check-answer.ts'

/** A point in which the service itself differs from its documents, or in which they are silent. */
export interface KnownDifference {
  /** `*` for every operation. */
  readonly operationId: string
  /** The difference's words, or a pattern of them. */
  readonly what: string | RegExp
  readonly reason: string
  readonly source: string
  /**
   * The day, as `2026-07-31`, of the latest source that shows it: when a client recorded the service's answer, or, where
   * none did, of the edition of the documents that are silent. A run on the sandbox says which to date anew.
   */
  readonly lastSeen: string
}

/** Whether a difference is a known one. */
export function isKnown({ operationId, what }: Difference, known: KnownDifference): boolean {
  if (known.operationId !== '*' && known.operationId !== operationId) return false
  return typeof known.what === 'string' ? known.what === what : known.what.test(what)
}

const answers2016 = 'answers recorded in tests of soracom-sdk-swift (2016 to 2018)'
const notebook2022 = 'outputs in a notebook of openapi-client-python (2022-04)'
// Days of the last commits with what clients recorded, and of the documents' edition.
const swift = '2018-11-30'
const notebook = '2022-04-04'
const yaml = '2022-10-21'
const documents = '2026-07-31'

const legacyCalls = {
  source:
    'specs/api.yaml of ks6088ts/soracom-sdk-go (2022-10-21); tests of soracom-sdk-swift; client.rb of soracom-sdk-ruby',
  lastSeen: yaml,
}
const statusGuide = {
  source: 'users.soracom.io, statuses of a SIM; the sandbox was seen to refuse it, its status was not recorded',
  lastSeen: documents,
}
const errorGuide = {
  source: 'users.soracom.io, errors of the API; tests of soracom-sdk-swift',
  lastSeen: documents,
}
const otherOperations = { source: 'the documents of the other operations', lastSeen: documents }

/** The known differences. One that no answer meets any more is a failure too. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    operationId: '*',
    what: / is null$/,
    reason: 'Fields without a value are written out as null; the documents hardly ever say that a field can be null.',
    source: `${answers2016}; ${notebook2022}`,
    lastSeen: notebook,
  },
  {
    operationId: '*',
    what: 'status 401 is not listed',
    reason: 'The documents list no answer to a call without credentials, or with expired ones.',
    source: 'clients that renew their token on 401; the status is a setting of the emulator',
    lastSeen: documents,
  },
  ...each(
    [
      'createOperator',
      'verifyOperator',
      'registerWebPayPaymentMethod',
      'registerPayjpPaymentMethod',
      'getSubscriberByMsisdn',
    ],
    {
      what: 'is in no document',
      reason: 'Older clients call it; the newest documents have left it out.',
      ...legacyCalls,
    },
  ),
  {
    operationId: 'registerSubscriber',
    what: 'status 200 is not listed',
    reason: 'The document says 201; the sandbox answered 200.',
    source: `${answers2016}; test/sandbox of ks6088ts/soracom-sdk-go asserts 200 (2022)`,
    lastSeen: yaml,
  },
  ...each(['createGroup', 'getGroup', 'listGroups', 'putConfigurationParameters', 'putGroupTags'], {
    what: /\/(createdAt|lastModifiedAt) is not in the schema$/,
    reason: 'Times of a group come under an older name as well as the documented one.',
    source: `${answers2016}; structs of soracom-sdk-go`,
    lastSeen: '2024-09-25',
  }),
  ...each(
    [
      'listProducts',
      'createQuotation',
      'confirmOrder',
      'getOrder',
      'listOrders',
      'updateOrderedResourceInitialSetting',
    ],
    {
      what: /\/productImageURLs is not in the schema$/,
      reason: 'A product has a list of pictures that the document leaves out.',
      source: 'notes on answers of the service to real calls (2019-09)',
      lastSeen: '2019-09-01',
    },
  ),
  ...each(['createShippingAddress', 'getShippingAddress', 'listShippingAddresses'], {
    what: /\/countryCode is not in the schema$/,
    reason: 'The answer has the country that the request can have.',
    source: answers2016,
    lastSeen: swift,
  }),
  {
    operationId: 'sandboxCreateSubscriber',
    what: /^\/(iccid|simId|moduleType|plan|sessionStatus|type) is not in the schema$/,
    reason: 'The answer has fields of the SIM that the sandbox document leaves out.',
    source: `${answers2016}; ${notebook2022}`,
    lastSeen: notebook,
  },
  ...each(['activateSubscriber', 'terminateSubscriber', 'updateSpeedClass', 'activateSim', 'terminateSim'], {
    what: 'status 400 is not listed',
    reason: 'A SIM refuses states and speed classes that it cannot have.',
    ...statusGuide,
  }),
  ...each(['deleteSimSession', 'deleteSubscriberSession'], {
    what: 'status 400 is not listed',
    reason: 'A SIM that is offline has no session to delete; the document names the code, SEM0016, and no status.',
    source: 'the description of the operation in the document',
    lastSeen: documents,
  }),
  ...each(['deactivateSim', 'setSimToStandby', 'suspendSim', 'enableSimTermination', 'disableSimTermination'], {
    what: '/profiles/*/subscribers/*/status must be equal to one of the allowed values',
    reason: 'The list of values lacks three states of a SIM that the description above it has.',
    source: 'the schema SimplifiedSubscriber of the document',
    lastSeen: documents,
  }),
  ...each(['createUserPassword', 'updateUserPassword', 'updateUserPermission', 'updateRole'], {
    what: 'status 400 is not listed',
    reason: 'A password or a permission that is not valid is refused as in the calls that list it.',
    source: `${errorGuide.source}; the documents of createRole and updateDefaultPermissions`,
    lastSeen: documents,
  }),
  ...each(
    ['registerSubscriber', 'createShippingAddress', 'createQuotation', 'cancelOrder', 'getAirStats', 'putGroupTags'],
    {
      what: 'status 400 is not listed',
      reason: 'A request that is not valid is answered 400 throughout the API.',
      ...errorGuide,
    },
  ),
  ...each(
    [
      'verifyAddEmailToken',
      'deleteEmail',
      'createCompanyInformation',
      'createIndividualInformation',
      'updateCompanyInformation',
      'updateIndividualInformation',
      'addOperatorContract',
      'deleteOperatorContract',
      'getApiAuditLogs',
      'getLogs',
      'createCredential',
      'listEventHandlers',
      'createEventHandler',
      'listSoralets',
      'uploadSoraletCode',
      'testSoralet',
      'getDataEntries',
      'getDataEntry',
      'deleteDataEntry',
    ],
    {
      what: 'status 400 is not listed',
      reason: 'A request that is not valid is answered 400 throughout the API.',
      ...errorGuide,
    },
  ),
  ...each(
    [
      'getCompanyInformation',
      'getIndividualInformation',
      'updateCompanyInformation',
      'updateIndividualInformation',
      'getEmail',
      'deleteEmail',
      'setIgnoreEventHandler',
      'listSoraletVersions',
      'uploadSoraletCode',
      'testSoralet',
    ],
    {
      what: 'status 404 is not listed',
      reason: 'What is not there is answered 404 by nearly all operations whose statuses are listed; it is a setting.',
      ...otherOperations,
    },
  ),
  {
    operationId: 'getApiAuditLogs',
    what: '/*/statusCode is not in the schema',
    reason: "The document's own example has the status of the call, and the guide of the audit log lists it.",
    source: 'the example of the operation; users.soracom.io, what the audit log records',
    lastSeen: documents,
  },
  {
    operationId: 'addOperatorContract',
    what: '/contractDetail must match exactly one schema in oneOf',
    reason:
      'Neither of the two kinds of details demands or forbids a field, so that what is one is always the other too.',
    source: 'the schemas ContractDetailOfHarvest and ContractDetailOfSupport of the document',
    lastSeen: documents,
  },
  ...each(['getOrder', 'confirmOrder', 'getShippingAddress', 'getUser', 'getUserAuthKey'], {
    what: 'status 404 is not listed',
    reason: 'What is not there is answered 404 by nearly all operations whose statuses are listed.',
    ...otherOperations,
  }),
  ...each(
    [
      'createSim',
      'exportAirStats',
      'getDataFromSubscriber',
      'listSessionEvents',
      'issueSubscriberTransferToken',
      'verifySubscriberTransferToken',
      'createCouponQuotation',
      'confirmCouponOrder',
      'createVolumeDiscountQuotation',
      'confirmVolumeDiscountOrder',
    ],
    {
      what: 'status 400 is not listed',
      reason: 'The document lists no refusal; a request that is not valid is answered 400 throughout the API.',
      ...errorGuide,
    },
  ),
  ...each(
    ['getExportedFile', 'getDataFromSim', 'listSimSessionEvents', 'confirmCouponOrder', 'confirmVolumeDiscountOrder'],
    {
      what: 'status 404 is not listed',
      reason: 'The document lists no refusal; what is not there is answered 404 by nearly all that list one.',
      ...otherOperations,
    },
  ),
]

// One difference that several operations have.
function each(operationIds: readonly string[], known: Omit<KnownDifference, 'operationId'>): KnownDifference[] {
  return operationIds.map((operationId) => ({ operationId, ...known }))
}
