import type * as schemas from '@soracom-fixtures/api/schemas'

/** The name of a schema of the API's description. */
export type SchemaName = keyof typeof schemas

/** What is known of an operation's request and answer. */
export interface OperationSchemas {
  /** Of the body; an array of it where it ends in `[]`. */
  readonly request?: SchemaName | `${SchemaName}[]`
  /** The status that the emulator answers unless it is set otherwise. */
  readonly status: number
  readonly answer?: SchemaName | `${SchemaName}[]`
  /** Parameters of the query; those with `!` must be given. */
  readonly query?: readonly string[]
}

/** What is known of the operations that the emulator does; of others only their paths are told. */
export const operationSchemas: Readonly<Record<string, OperationSchemas>> = {
  sandboxInitializeOperator: { request: 'initRequestSchema', status: 201, answer: 'authResponseSchema' },
  sandboxGetSignupToken: { request: 'signupTokenRequestSchema', status: 200, answer: 'signupTokenResponseSchema' },
  sandboxDeleteOperator: { status: 200 },
  sandboxShipOrder: { request: 'shipOrderRequestSchema', status: 200 },
  sandboxInsertAirStats: { request: 'insertAirStatsRequestSchema', status: 200 },
  sandboxInsertBeamStats: { request: 'insertBeamStatsRequestSchema', status: 200 },
  sandboxCreateSubscriber: {
    request: 'createSubscriberRequestSchema',
    status: 200,
    answer: 'createdSubscriberSchema',
  },
  sandboxCreateCoupon: { request: 'createCouponRequestSchema', status: 200, answer: 'couponSchema' },
  auth: { request: 'authRequestSchema', status: 200, answer: 'authResponseSchema' },
  logout: { status: 204 },
  createOperator: { request: 'createOperatorRequestSchema', status: 201 },
  verifyOperator: { request: 'verifyOperatorRequestSchema', status: 200 },
  getOperator: { status: 200, answer: 'operatorResponseSchema' },
  generateAuthToken: { request: 'generateTokenRequestSchema', status: 200, answer: 'generateTokenResponseSchema' },
  listOperatorAuthKeys: { status: 200, answer: 'authKeyResponseSchema[]' },
  generateOperatorAuthKey: { status: 201, answer: 'generatedAuthKeySchema' },
  deleteOperatorAuthKey: { status: 204 },
  addCoverageType: { status: 201 },
  revokeOperatorAuthTokens: { status: 204 },
  updateOperatorPassword: { status: 200 },
  generateSupportToken: { status: 200, answer: 'generateTokenResponseSchema' },
  listShippingAddresses: { status: 200, answer: 'shippingAddressListSchema' },
  createShippingAddress: {
    request: 'shippingAddressRequestSchema',
    status: 201,
    answer: 'shippingAddressResponseSchema',
  },
  getShippingAddress: { status: 200, answer: 'shippingAddressResponseSchema' },
  updateShippingAddress: { request: 'shippingAddressRequestSchema', status: 200 },
  deleteShippingAddress: { status: 200 },
  getPaymentMethod: { status: 200, answer: 'paymentMethodSchema', query: ['coverage_type'] },
  registerWebPayPaymentMethod: { request: 'webPayRequestSchema', status: 201 },
  listProducts: { status: 200, answer: 'productListSchema', query: ['campaign_code'] },
  listOrders: { status: 200, answer: 'orderListSchema' },
  createQuotation: { request: 'quotationRequestSchema', status: 201, answer: 'quotationSchema' },
  getOrder: { status: 200, answer: 'orderSchema' },
  confirmOrder: { status: 200, answer: 'orderSchema' },
  cancelOrder: { status: 204 },
  listOrderedSubscribers: { status: 200, answer: 'orderedSubscriberListSchema', query: page() },
  registerOrderedSim: { status: 204 },
  listCoupons: { status: 200, answer: 'couponListSchema' },
  registerCoupon: { status: 200, answer: 'couponSchema' },
  listSubscribers: { status: 200, answer: 'subscriberSchema[]', query: [...filters(), ...page()] },
  registerSubscriber: { request: 'registerSubscriberRequestSchema', status: 200, answer: 'subscriberSchema' },
  getSubscriberByMsisdn: { status: 200, answer: 'subscriberSchema' },
  ...simOperations('Subscriber', 'subscriberSchema', {
    ...{ deactivate: 'deactivateSubscriber', standby: 'setSubscriberToStandby', terminate: 'terminateSubscriber' },
    ...{ enableTermination: 'enableTermination', disableTermination: 'disableTermination' },
    ...{ setExpiry: 'setExpiryTime', unsetExpiry: 'unsetExpiryTime', setGroup: 'setGroup', unsetGroup: 'unsetGroup' },
    ...{ speedClass: 'updateSpeedClass', setImeiLock: 'setImeiLock', unsetImeiLock: 'unsetImeiLock' },
  }),
  listSims: { status: 200, answer: 'simSchema[]', query: [...filters(), ...page()] },
  registerSim: { request: 'registerSubscriberRequestSchema', status: 201, answer: 'simSchema' },
  ...simOperations('Sim', 'simSchema', {
    ...{ deactivate: 'deactivateSim', standby: 'setSimToStandby', terminate: 'terminateSim' },
    ...{ enableTermination: 'enableSimTermination', disableTermination: 'disableSimTermination' },
    ...{ setExpiry: 'setSimExpiryTime', unsetExpiry: 'unsetSimExpiryTime' },
    ...{ setGroup: 'setSimGroup', unsetGroup: 'unsetSimGroup', speedClass: 'updateSimSpeedClass' },
    ...{ setImeiLock: 'setSimImeiLock', unsetImeiLock: 'unsetSimImeiLock' },
  }),
  putBundles: { status: 200, answer: 'subscriberSchema' },
  searchSims: { status: 200, answer: 'simSchema[]', query: [...searchFields(), ...page()] },
  searchSubscribers: { status: 200, answer: 'subscriberSchema[]', query: [...searchFields(), ...page()] },
  listGroups: { status: 200, answer: 'groupSchema[]', query: ['tag_name', 'tag_value', ...page()] },
  createGroup: { request: 'createGroupRequestSchema', status: 201, answer: 'groupSchema' },
  getGroup: { status: 200, answer: 'groupSchema' },
  deleteGroup: { status: 204 },
  putConfigurationParameters: { request: 'groupConfigurationUpdateSchema', status: 200, answer: 'groupSchema' },
  deleteConfigurationNamespace: { status: 204 },
  deleteConfigurationParameter: { status: 204 },
  putGroupTags: { request: 'tagUpdateRequestSchema[]', status: 200, answer: 'groupSchema' },
  deleteGroupTag: { status: 204 },
  listSubscribersInGroup: { status: 200, answer: 'simSchema[]', query: page() },
  getAirStats: { status: 200, answer: 'airStatsRowSchema[]', query: range() },
  getAirStatsOfSim: { status: 200, answer: 'airStatsRowSchema[]', query: range() },
  getBeamStats: { status: 200, answer: 'beamStatsRowSchema[]', query: range() },
  getAirStatsOfGroup: { status: 200, answer: 'airAggregatedStatsRowSchema[]', query: range() },
  getAirStatsOfOperator: { status: 200, answer: 'airAggregatedStatsRowSchema[]', query: range() },
  getBillingHistory: { status: 200, answer: 'billHistorySchema' },
  getBilling: { status: 200, answer: 'monthlyBillSchema' },
  getBillingPerDay: { status: 200, answer: 'dailyBillListSchema' },
  getLatestBilling: { status: 200, answer: 'latestBillSchema' },
  getBillingSummaryOfBillItems: { status: 200, answer: 'billItemSummarySchema[]' },
  getBillingSummaryOfSims: { status: 200, answer: 'billSimSummarySchema[]' },
}

function page(): string[] {
  return ['limit', 'last_evaluated_key']
}

function filters(): string[] {
  const tags = ['tag_name', 'tag_value', 'tag_value_match_mode']
  return [...tags, 'status_filter', 'speed_class_filter', 'serial_number_filter']
}

function range(): string[] {
  return ['from!', 'to!', 'period!']
}

function searchFields(): string[] {
  const ids = ['name', 'group', 'group_id', 'sim_id', 'imsi', 'msisdn', 'iccid', 'serial_number', 'tag', 'bundles']
  return [...ids, 'status', 'session_status', 'subscription', 'module_type', 'search_type']
}

// What both APIs of SIMs have, under names that differ.
function simOperations(
  kind: 'Subscriber' | 'Sim',
  answer: SchemaName,
  ids: Readonly<Record<string, string>>,
): Readonly<Record<string, OperationSchemas>> {
  const requests: Readonly<Record<string, SchemaName>> = {
    setExpiry: 'expiryTimeRequestSchema',
    setGroup: 'setGroupRequestSchema',
    speedClass: 'updateSpeedClassRequestSchema',
  }
  const changes = Object.entries(ids).map(([change, operationId]) => {
    const request = requests[change]
    return [operationId, { ...(request ? { request } : {}), status: 200, answer }] as const
  })
  return {
    [`get${kind}`]: { status: 200, answer },
    [`activate${kind}`]: { status: 200, answer },
    [`suspend${kind}`]: { status: 200, answer },
    [`put${kind}Tags`]: { request: 'tagUpdateRequestSchema[]', status: 200, answer },
    [`delete${kind}Tag`]: { status: 204 },
    ...Object.fromEntries(changes),
  }
}
