
const require_index = require("./index.cjs");
let _soracom_fixtures_api = require("@soracom-fixtures/api");
let _soracom_fixtures_api_schemas = require("@soracom-fixtures/api/schemas");
_soracom_fixtures_api_schemas = require_index.__toESM(_soracom_fixtures_api_schemas, 1);
//#region src/openapi/account-schemas.ts
const accountSchemas = {
	switchUser: {
		request: "switchUserRequestSchema",
		status: 200,
		answer: "authResponseSchema"
	},
	issuePasswordResetToken: {
		request: "issuePasswordResetTokenRequestSchema",
		status: 200
	},
	verifyPasswordResetToken: {
		request: "verifyPasswordResetTokenRequestSchema",
		status: 200
	},
	listUsers: {
		status: 200,
		answer: "userSchema[]"
	},
	getUser: {
		status: 200,
		answer: "userSchema"
	},
	createUser: {
		request: "userRequestSchema",
		status: 201
	},
	updateUser: {
		request: "userRequestSchema",
		status: 200
	},
	deleteUser: { status: 204 },
	revokeUserAuthTokens: { status: 204 },
	listUserAuthKeys: {
		status: 200,
		answer: "authKeyResponseSchema[]"
	},
	generateUserAuthKey: {
		status: 200,
		answer: "generatedAuthKeySchema"
	},
	getUserAuthKey: {
		status: 200,
		answer: "authKeyResponseSchema"
	},
	deleteUserAuthKey: { status: 204 },
	getUserMFAStatus: {
		status: 200,
		answer: "userMfaStatusSchema"
	},
	enableUserMFA: {
		status: 200,
		answer: "enabledUserMfaSchema"
	},
	verifyUserMFA: {
		request: "verifyUserMfaRequestSchema",
		status: 204
	},
	revokeUserMFA: { status: 204 },
	hasUserPassword: {
		status: 200,
		answer: "userPasswordStateSchema"
	},
	createUserPassword: {
		request: "createUserPasswordRequestSchema",
		status: 201
	},
	updateUserPassword: {
		request: "updateUserPasswordRequestSchema",
		status: 200
	},
	deleteUserPassword: { status: 204 },
	getUserPermission: {
		status: 200,
		answer: "userPermissionSchema"
	},
	updateUserPermission: {
		request: "userPermissionRequestSchema",
		status: 200
	},
	deleteUserPermission: { status: 204 },
	getDefaultPermissions: {
		status: 200,
		answer: "defaultPermissionsSchema"
	},
	updateDefaultPermissions: {
		request: "defaultPermissionsRequestSchema",
		status: 202
	},
	deleteDefaultPermissions: { status: 204 },
	listUserRoles: {
		status: 200,
		answer: "roleSummarySchema[]"
	},
	attachRole: {
		request: "attachRoleRequestSchema",
		status: 200
	},
	detachRole: { status: 200 },
	getUserTrustPolicy: {
		status: 200,
		answer: "userTrustPolicySchema"
	},
	updateUserTrustPolicy: {
		request: "userTrustPolicyRequestSchema",
		status: 204
	},
	deleteUserTrustPolicy: { status: 204 },
	listRoles: {
		status: 200,
		answer: "roleSummarySchema[]"
	},
	getRole: {
		status: 200,
		answer: "roleSchema"
	},
	createRole: {
		request: "roleRequestSchema",
		status: 200,
		answer: "createdRoleSchema"
	},
	updateRole: {
		request: "roleRequestSchema",
		status: 200
	},
	deleteRole: { status: 204 },
	listRoleAttachedUsers: {
		status: 200,
		answer: "userSchema[]"
	},
	listRoleVersions: {
		status: 200,
		answer: "roleVersionSchema[]"
	},
	getMFAStatus: {
		status: 200,
		answer: "operatorMfaStatusSchema"
	},
	enableMFA: {
		status: 200,
		answer: "enabledOperatorMfaSchema"
	},
	verifyMFA: {
		request: "verifyOperatorMfaRequestSchema",
		status: 200,
		answer: "verifiedOperatorMfaSchema"
	},
	revokeMFA: {
		request: "revokeOperatorMfaRequestSchema",
		status: 204
	},
	issueAddEmailToken: {
		request: "issueAddEmailTokenRequestSchema",
		status: 200
	},
	verifyAddEmailToken: {
		request: "verifyAddEmailTokenRequestSchema",
		status: 200
	},
	listEmails: {
		status: 200,
		answer: "emailSchema[]"
	},
	getEmail: {
		status: 200,
		answer: "emailSchema"
	},
	deleteEmail: { status: 204 },
	addOperatorContract: {
		request: "operatorContractRequestSchema",
		status: 200,
		answer: "operatorContractSchema"
	},
	deleteOperatorContract: { status: 204 },
	listCredentials: {
		status: 200,
		answer: "credentialSchema[]"
	},
	createCredential: {
		request: "credentialRequestSchema",
		status: 201,
		answer: "credentialSchema"
	},
	updateCredential: {
		request: "credentialRequestSchema",
		status: 200,
		answer: "credentialSchema"
	},
	deleteCredential: { status: 204 },
	listEventHandlers: {
		status: 200,
		answer: "eventHandlerSchema[]",
		query: ["target"]
	},
	createEventHandler: {
		request: "eventHandlerRequestSchema",
		status: 201,
		answer: "eventHandlerSchema"
	},
	getEventHandler: {
		status: 200,
		answer: "eventHandlerSchema"
	},
	updateEventHandler: {
		request: "eventHandlerRequestSchema",
		status: 200
	},
	deleteEventHandler: { status: 204 },
	listEventHandlersBySubscriber: {
		status: 200,
		answer: "eventHandlerSchema[]"
	},
	setIgnoreEventHandler: { status: 200 },
	deleteIgnoreEventHandler: { status: 204 },
	getResourceSummary: {
		status: 200,
		answer: "resourceSummarySchema"
	},
	getDataEntries: {
		status: 200,
		answer: "dataEntrySchema[]",
		query: ["limit", "last_evaluated_key"]
	},
	getDataEntry: {
		status: 200,
		answer: "dataEntrySchema"
	},
	deleteDataEntry: { status: 204 },
	getLogs: {
		status: 200,
		answer: "logEntrySchema[]",
		query: ["limit", "last_evaluated_key"]
	},
	getApiAuditLogs: {
		status: 200,
		answer: "apiAuditLogEntrySchema[]",
		query: ["limit", "last_evaluated_key"]
	},
	listSoralets: {
		status: 200,
		answer: "soraletSchema[]",
		query: ["limit", "last_evaluated_key"]
	},
	createSoralet: {
		request: "createSoraletRequestSchema",
		status: 201
	},
	getSoralet: {
		status: 200,
		answer: "soraletSchema"
	},
	deleteSoralet: { status: 204 },
	testSoralet: {
		request: "testSoraletRequestSchema",
		status: 200,
		answer: "testSoraletResponseSchema"
	},
	listSoraletVersions: {
		status: 200,
		answer: "soraletVersionSchema[]",
		query: ["limit", "last_evaluated_key"]
	},
	uploadSoraletCode: {
		status: 201,
		answer: "soraletVersionSchema"
	},
	deleteSoraletVersion: { status: 204 }
};
//#endregion
//#region src/openapi/operation-schemas.ts
const operationSchemas = {
	sandboxInitializeOperator: {
		request: "initRequestSchema",
		status: 201,
		answer: "authResponseSchema"
	},
	sandboxGetSignupToken: {
		request: "signupTokenRequestSchema",
		status: 200,
		answer: "signupTokenResponseSchema"
	},
	sandboxDeleteOperator: { status: 200 },
	sandboxShipOrder: {
		request: "shipOrderRequestSchema",
		status: 200
	},
	sandboxInsertAirStats: {
		request: "insertAirStatsRequestSchema",
		status: 200
	},
	sandboxInsertBeamStats: {
		request: "insertBeamStatsRequestSchema",
		status: 200
	},
	sandboxCreateSubscriber: {
		request: "createSubscriberRequestSchema",
		status: 200,
		answer: "createdSubscriberSchema"
	},
	sandboxCreateCoupon: {
		request: "createCouponRequestSchema",
		status: 200,
		answer: "couponSchema"
	},
	auth: {
		request: "authRequestSchema",
		status: 200,
		answer: "authResponseSchema"
	},
	logout: { status: 204 },
	createOperator: {
		request: "createOperatorRequestSchema",
		status: 201
	},
	verifyOperator: {
		request: "verifyOperatorRequestSchema",
		status: 200
	},
	getOperator: {
		status: 200,
		answer: "operatorResponseSchema"
	},
	generateAuthToken: {
		request: "generateTokenRequestSchema",
		status: 200,
		answer: "generateTokenResponseSchema"
	},
	listOperatorAuthKeys: {
		status: 200,
		answer: "authKeyResponseSchema[]"
	},
	generateOperatorAuthKey: {
		status: 201,
		answer: "generatedAuthKeySchema"
	},
	deleteOperatorAuthKey: { status: 204 },
	addCoverageType: { status: 201 },
	revokeOperatorAuthTokens: { status: 204 },
	updateOperatorPassword: { status: 200 },
	generateSupportToken: {
		status: 200,
		answer: "generateTokenResponseSchema"
	},
	listShippingAddresses: {
		status: 200,
		answer: "shippingAddressListSchema"
	},
	createShippingAddress: {
		request: "shippingAddressRequestSchema",
		status: 201,
		answer: "shippingAddressResponseSchema"
	},
	getShippingAddress: {
		status: 200,
		answer: "shippingAddressResponseSchema"
	},
	updateShippingAddress: {
		request: "shippingAddressRequestSchema",
		status: 200
	},
	deleteShippingAddress: { status: 200 },
	getPaymentMethod: {
		status: 200,
		answer: "paymentMethodSchema",
		query: ["coverage_type"]
	},
	registerWebPayPaymentMethod: {
		request: "webPayRequestSchema",
		status: 201
	},
	listProducts: {
		status: 200,
		answer: "productListSchema",
		query: ["campaign_code"]
	},
	listOrders: {
		status: 200,
		answer: "orderListSchema"
	},
	createQuotation: {
		request: "quotationRequestSchema",
		status: 201,
		answer: "quotationSchema"
	},
	getOrder: {
		status: 200,
		answer: "orderSchema"
	},
	confirmOrder: {
		status: 200,
		answer: "orderSchema"
	},
	cancelOrder: { status: 204 },
	listOrderedSubscribers: {
		status: 200,
		answer: "orderedSubscriberListSchema",
		query: page()
	},
	registerOrderedSim: { status: 204 },
	listCoupons: {
		status: 200,
		answer: "couponListSchema"
	},
	registerCoupon: {
		status: 200,
		answer: "couponSchema"
	},
	listSubscribers: {
		status: 200,
		answer: "subscriberSchema[]",
		query: [...filters(), ...page()]
	},
	registerSubscriber: {
		request: "registerSubscriberRequestSchema",
		status: 200,
		answer: "subscriberSchema"
	},
	getSubscriberByMsisdn: {
		status: 200,
		answer: "subscriberSchema"
	},
	...simOperations("Subscriber", "subscriberSchema", {
		deactivate: "deactivateSubscriber",
		standby: "setSubscriberToStandby",
		terminate: "terminateSubscriber",
		enableTermination: "enableTermination",
		disableTermination: "disableTermination",
		setExpiry: "setExpiryTime",
		unsetExpiry: "unsetExpiryTime",
		setGroup: "setGroup",
		unsetGroup: "unsetGroup",
		speedClass: "updateSpeedClass",
		setImeiLock: "setImeiLock",
		unsetImeiLock: "unsetImeiLock"
	}),
	listSims: {
		status: 200,
		answer: "simSchema[]",
		query: [...filters(), ...page()]
	},
	registerSim: {
		request: "registerSubscriberRequestSchema",
		status: 201,
		answer: "simSchema"
	},
	...simOperations("Sim", "simSchema", {
		deactivate: "deactivateSim",
		standby: "setSimToStandby",
		terminate: "terminateSim",
		enableTermination: "enableSimTermination",
		disableTermination: "disableSimTermination",
		setExpiry: "setSimExpiryTime",
		unsetExpiry: "unsetSimExpiryTime",
		setGroup: "setSimGroup",
		unsetGroup: "unsetSimGroup",
		speedClass: "updateSimSpeedClass",
		setImeiLock: "setSimImeiLock",
		unsetImeiLock: "unsetSimImeiLock"
	}),
	putBundles: {
		status: 200,
		answer: "subscriberSchema"
	},
	searchSims: {
		status: 200,
		answer: "simSchema[]",
		query: [...searchFields(), ...page()]
	},
	searchSubscribers: {
		status: 200,
		answer: "subscriberSchema[]",
		query: [...searchFields(), ...page()]
	},
	listGroups: {
		status: 200,
		answer: "groupSchema[]",
		query: [
			"tag_name",
			"tag_value",
			...page()
		]
	},
	createGroup: {
		request: "createGroupRequestSchema",
		status: 201,
		answer: "groupSchema"
	},
	getGroup: {
		status: 200,
		answer: "groupSchema"
	},
	deleteGroup: { status: 204 },
	putConfigurationParameters: {
		request: "groupConfigurationUpdateSchema",
		status: 200,
		answer: "groupSchema"
	},
	deleteConfigurationNamespace: { status: 204 },
	deleteConfigurationParameter: { status: 204 },
	putGroupTags: {
		request: "tagUpdateRequestSchema[]",
		status: 200,
		answer: "groupSchema"
	},
	deleteGroupTag: { status: 204 },
	listSubscribersInGroup: {
		status: 200,
		answer: "simSchema[]",
		query: page()
	},
	getAirStats: {
		status: 200,
		answer: "airStatsRowSchema[]",
		query: range()
	},
	getAirStatsOfSim: {
		status: 200,
		answer: "airStatsRowSchema[]",
		query: range()
	},
	getBeamStats: {
		status: 200,
		answer: "beamStatsRowSchema[]",
		query: range()
	},
	getAirStatsOfGroup: {
		status: 200,
		answer: "airAggregatedStatsRowSchema[]",
		query: range()
	},
	getAirStatsOfOperator: {
		status: 200,
		answer: "airAggregatedStatsRowSchema[]",
		query: range()
	},
	getBillingHistory: {
		status: 200,
		answer: "billHistorySchema"
	},
	getBilling: {
		status: 200,
		answer: "monthlyBillSchema"
	},
	getBillingPerDay: {
		status: 200,
		answer: "dailyBillListSchema"
	},
	getLatestBilling: {
		status: 200,
		answer: "latestBillSchema"
	},
	getBillingSummaryOfBillItems: {
		status: 200,
		answer: "billItemSummarySchema[]"
	},
	getBillingSummaryOfSims: {
		status: 200,
		answer: "billSimSummarySchema[]"
	}
};
function page() {
	return ["limit", "last_evaluated_key"];
}
function filters() {
	return [
		...[
			"tag_name",
			"tag_value",
			"tag_value_match_mode"
		],
		"status_filter",
		"speed_class_filter",
		"serial_number_filter"
	];
}
function range() {
	return [
		"from!",
		"to!",
		"period!"
	];
}
function searchFields() {
	return [
		...[
			"name",
			"group",
			"group_id",
			"sim_id",
			"imsi",
			"msisdn",
			"iccid",
			"serial_number",
			"tag",
			"bundles"
		],
		"status",
		"session_status",
		"subscription",
		"module_type",
		"search_type"
	];
}
function simOperations(kind, answer, ids) {
	const requests = {
		setExpiry: "expiryTimeRequestSchema",
		setGroup: "setGroupRequestSchema",
		speedClass: "updateSpeedClassRequestSchema"
	};
	const changes = Object.entries(ids).map(([change, operationId]) => {
		const request = requests[change];
		return [operationId, {
			...request ? { request } : {},
			status: 200,
			answer
		}];
	});
	return {
		[`get${kind}`]: {
			status: 200,
			answer
		},
		[`activate${kind}`]: {
			status: 200,
			answer
		},
		[`suspend${kind}`]: {
			status: 200,
			answer
		},
		[`put${kind}Tags`]: {
			request: "tagUpdateRequestSchema[]",
			status: 200,
			answer
		},
		[`delete${kind}Tag`]: { status: 204 },
		...Object.fromEntries(changes)
	};
}
//#endregion
//#region src/openapi/to-json-schema.ts
function toJsonSchema(schema, refer) {
	const write = (part) => {
		const name = refer(part);
		return name === void 0 ? toJsonSchema(part, refer) : { $ref: `#/components/schemas/${name}` };
	};
	const node = schema;
	switch (node.type) {
		case "string":
		case "boolean": return { type: node.type };
		case "number": return toNumber(node.pipe ?? []);
		case "literal": return { const: node.literal };
		case "unknown": return {};
		case "picklist": return {
			type: "string",
			enum: [...node.options ?? []]
		};
		case "array": return {
			type: "array",
			items: write(node.item)
		};
		case "record": return {
			type: "object",
			additionalProperties: write(node.value)
		};
		case "nullable": return nullable(write(node.wrapped));
		case "exact_optional":
		case "optional": return write(node.wrapped);
		case "union": return { anyOf: (node.options ?? []).map(write) };
		case "object": return toObject(node.entries ?? {}, write);
		case "strict_object": return {
			...toObject(node.entries ?? {}, write),
			additionalProperties: false
		};
		default: throw new TypeError(`No JSON Schema is known for a schema of the type ${String(node.type)}`);
	}
}
function toNumber(pipe) {
	const isInteger = pipe.some(({ type }) => type === "integer");
	const bounds = pipe.flatMap(({ type, requirement }) => {
		if (type === "min_value") return [["minimum", requirement]];
		return type === "max_value" ? [["maximum", requirement]] : [];
	});
	return {
		type: isInteger ? "integer" : "number",
		...Object.fromEntries(bounds)
	};
}
function toObject(entries, write) {
	const fields = Object.entries(entries);
	const required = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name);
	return {
		type: "object",
		properties: Object.fromEntries(fields.map(([name, field]) => [name, write(field)])),
		...required.length > 0 ? { required } : {}
	};
}
function isOptional(field) {
	const { type } = field;
	return type === "exact_optional" || type === "optional";
}
function nullable(schema) {
	if (typeof schema.type === "string" && schema.enum === void 0) return {
		...schema,
		type: [schema.type, "null"]
	};
	return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: "null" }] };
}
//#endregion
//#region src/openapi/to-openapi.ts
function toOpenApi(emulated) {
	const paths = {};
	for (const operation of (0, _soracom_fixtures_api.apiOperations)()) {
		const methods = paths[operation.path] ?? {};
		methods[operation.method.toLowerCase()] = toOperation(operation, emulated.has(operation.operationId));
		paths[operation.path] = methods;
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "SORACOM API, as the emulator of its sandbox answers it",
			version: _soracom_fixtures_api.basePath.slice(1),
			description: "Names, paths and forms of the API. Operations with x-soracom-emulated: false are answered with 501."
		},
		servers: [{ url: _soracom_fixtures_api.basePath }],
		paths,
		components: {
			schemas: Object.fromEntries(Object.entries(_soracom_fixtures_api_schemas).map(([name, schema]) => [toName(name), toJsonSchema(schema, nameOf)])),
			securitySchemes: {
				apiKey: {
					type: "apiKey",
					in: "header",
					name: "X-Soracom-API-Key"
				},
				apiToken: {
					type: "apiKey",
					in: "header",
					name: "X-Soracom-Token"
				}
			}
		}
	};
}
function toOperation({ operationId, tag, path, authenticated }, isEmulated) {
	const { request, answer, status = "2XX", query = [] } = operationSchemas[operationId] ?? accountSchemas[operationId] ?? {};
	const parameters = [...pathParameters(path), ...query.map(toQueryParameter)];
	return {
		operationId,
		tags: [tag],
		...parameters.length > 0 ? { parameters } : {},
		...request ? { requestBody: { content: toContent(request) } } : {},
		responses: {
			[status]: toResponse(answer, query.includes("last_evaluated_key")),
			...isEmulated ? {} : { 501: {
				description: "The emulator does not do this.",
				content: errorContent
			} },
			default: {
				description: "An error.",
				content: errorContent
			}
		},
		security: authenticated ? [{
			apiKey: [],
			apiToken: []
		}] : [],
		"x-soracom-emulated": isEmulated
	};
}
function pathParameters(path) {
	return (path.match(/\{\w+\}/g) ?? []).map((part) => {
		return {
			name: part.slice(1, -1),
			in: "path",
			required: true,
			schema: { type: "string" }
		};
	});
}
function toQueryParameter(given) {
	const name = given.replace("!", "");
	const schema = { type: name === "limit" || name === "from" || name === "to" ? "integer" : "string" };
	return {
		name,
		in: "query",
		...name === given ? {} : { required: true },
		schema
	};
}
function toResponse(answer, isPaged) {
	return {
		description: "Done.",
		...isPaged ? { headers: { "x-soracom-next-key": { schema: { type: "string" } } } } : {},
		...answer ? { content: toContent(answer) } : {}
	};
}
function toContent(schemaName) {
	const $ref = `#/components/schemas/${toName(schemaName.replace("[]", ""))}`;
	return { "application/json": { schema: schemaName.endsWith("[]") ? {
		type: "array",
		items: { $ref }
	} : { $ref } } };
}
const errorContent = toContent("apiErrorBodySchema");
function toName(schemaName) {
	const name = schemaName.replace(/Schema$/, "");
	return name.charAt(0).toUpperCase() + name.slice(1);
}
const names = new Map(Object.entries(_soracom_fixtures_api_schemas).map(([name, schema]) => [schema, toName(name)]));
function nameOf(schema) {
	return names.get(schema);
}
//#endregion
exports.toOpenApi = toOpenApi;
