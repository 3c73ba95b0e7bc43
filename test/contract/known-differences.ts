import type { Difference } from './check-answer.ts'

/** A point in which the service itself differs from its documents, or in which they are silent. */
export interface KnownDifference {
  /** `*` for every operation. */
  readonly operationId: string
  /** The difference's words, or a pattern of them. */
  readonly what: string | RegExp
  readonly reason: string
  readonly source: string
}

/** Whether a difference is a known one. */
export function isKnown({ operationId, what }: Difference, known: KnownDifference): boolean {
  if (known.operationId !== '*' && known.operationId !== operationId) return false
  return typeof known.what === 'string' ? known.what === what : known.what.test(what)
}

const yaml2022 = 'specs/api.yaml of ks6088ts/soracom-sdk-go (2022-10-21); tests of soracom-sdk-swift'
const answers2016 = 'answers recorded in tests of soracom-sdk-swift (2016 to 2018)'
const notebook2022 = 'outputs in a notebook of openapi-client-python (2022-04)'
const statusGuide =
  'users.soracom.io, statuses of a SIM; the sandbox was seen to refuse it, its status was not recorded'
const errorGuide = 'users.soracom.io, errors of the API; tests of soracom-sdk-swift'

/** The known differences. One that no answer meets any more is a failure too. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    operationId: '*',
    what: / is null$/,
    reason: 'Fields without a value are written out as null; the documents hardly ever say that a field can be null.',
    source: `${answers2016}; ${notebook2022}`,
  },
  {
    operationId: '*',
    what: 'status 401 is not listed',
    reason: 'The documents list no answer to a call without credentials, or with expired ones.',
    source: 'clients that renew their token on 401; the status is a setting of the emulator',
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
      source: `${yaml2022}; client.rb of soracom-sdk-ruby`,
    },
  ),
  {
    operationId: 'registerSubscriber',
    what: 'status 200 is not listed',
    reason: 'The document says 201; the sandbox answered 200.',
    source: `${answers2016}; test/sandbox of ks6088ts/soracom-sdk-go asserts 200 (2022)`,
  },
  ...each(['createGroup', 'getGroup', 'listGroups', 'putConfigurationParameters'], {
    what: /\/(createdAt|lastModifiedAt) is not in the schema$/,
    reason: 'Times of a group come under an older name as well as the documented one.',
    source: `${answers2016}; structs of soracom-sdk-go`,
  }),
  ...each(['createShippingAddress', 'getShippingAddress', 'listShippingAddresses'], {
    what: /\/countryCode is not in the schema$/,
    reason: 'The answer has the country that the request can have.',
    source: answers2016,
  }),
  {
    operationId: 'sandboxCreateSubscriber',
    what: /^\/(iccid|simId|moduleType|plan|sessionStatus|type) is not in the schema$/,
    reason: 'The answer has fields of the SIM that the sandbox document leaves out.',
    source: `${answers2016}; ${notebook2022}`,
  },
  ...each(['activateSubscriber', 'terminateSubscriber', 'updateSpeedClass'], {
    what: 'status 400 is not listed',
    reason: 'A SIM refuses states and speed classes that it cannot have.',
    source: statusGuide,
  }),
  ...each(['createUserPassword', 'updateUserPassword', 'updateUserPermission', 'updateRole'], {
    what: 'status 400 is not listed',
    reason: 'A password or a permission that is not valid is refused as in the calls that list it.',
    source: `${errorGuide}; the documents of createRole and updateDefaultPermissions`,
  }),
  ...each(
    ['registerSubscriber', 'createShippingAddress', 'createQuotation', 'cancelOrder', 'getAirStats', 'putGroupTags'],
    {
      what: 'status 400 is not listed',
      reason: 'A request that is not valid is answered 400 throughout the API.',
      source: errorGuide,
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
      source: errorGuide,
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
      source: 'the documents of the other operations',
    },
  ),
  {
    operationId: 'getApiAuditLogs',
    what: '/*/statusCode is not in the schema',
    reason: "The document's own example has the status of the call, and the guide of the audit log lists it.",
    source: 'the example of the operation; users.soracom.io, what the audit log records',
  },
  {
    operationId: 'addOperatorContract',
    what: '/contractDetail must match exactly one schema in oneOf',
    reason:
      'Neither of the two kinds of details demands or forbids a field, so that what is one is always the other too.',
    source: 'the schemas ContractDetailOfHarvest and ContractDetailOfSupport of the document',
  },
  ...each(['getOrder', 'confirmOrder', 'getShippingAddress', 'getUser', 'getUserAuthKey'], {
    what: 'status 404 is not listed',
    reason: 'What is not there is answered 404 by nearly all operations whose statuses are listed.',
    source: 'the documents of the other operations',
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
      source: errorGuide,
    },
  ),
  ...each(
    ['getExportedFile', 'getDataFromSim', 'listSimSessionEvents', 'confirmCouponOrder', 'confirmVolumeDiscountOrder'],
    {
      what: 'status 404 is not listed',
      reason: 'The document lists no refusal; what is not there is answered 404 by nearly all that list one.',
      source: 'the documents of the other operations',
    },
  ),
]

// One difference that several operations have.
function each(operationIds: readonly string[], known: Omit<KnownDifference, 'operationId'>): KnownDifference[] {
  return operationIds.map((operationId) => ({ operationId, ...known }))
}
