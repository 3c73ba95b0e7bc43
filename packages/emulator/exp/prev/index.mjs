
import { A as toDigits, C as virtualSubscription, D as monthsBefore, E as monthStartMs, M as toSecondText, O as shiftMonth, S as planRulesOf, T as isMonthText, _ as bundlesWithin, a as bucketDate, b as giving, c as billedCoverageType, d as createMonthContext, f as createLinesCache, g as sharesAllowance, h as dataLines, i as insertPoint, j as toMonthText, k as toDayText, l as sumBy, m as toLinesPart, n as bucketsBetween, o as bucketStart, p as rememberLines, r as createStatsTable, s as isStatsTime, t as addCounters, u as sumParts, v as beamLines, w as dayMs, x as coverageTypeOf, y as phasesWithin } from "./stats-table-C2AjLajX.mjs";
import { assertRateCard, currencyOf, defineRateCard, publishedRateCard, publishedRateCard as publishedRateCard$1, toExact } from "@soracom-fixtures/api/billing";
const { createHash, createHmac, createPrivateKey, createPublicKey, randomBytes, randomFillSync, sign, timingSafeEqual } = globalThis.process.getBuiltinModule("node:crypto");
import { apiOperations, basePath, contractNames, coverageTypes, dataResourceTypes, errorCodes, errorNouns, eventActions, eventRules, knownProducts, logResourceTypes, logServices, plans, requestedCredentialTypes, roleOwners, shippingAreas, statsPeriods, subscriptions } from "@soracom-fixtures/api";
const { Buffer, isUtf8 } = globalThis.process.getBuiltinModule("node:buffer");
const { URL, URLSearchParams } = globalThis.process.getBuiltinModule("node:url");
import { attachRoleRequestSchema, authRequestSchema, companyInformationSchema, couponQuotationRequestSchema, createCouponRequestSchema, createGroupRequestSchema, createOperatorRequestSchema, createSimRequestSchema, createSoraletRequestSchema, createSubscriberRequestSchema, createUserPasswordRequestSchema, credentialRequestSchema, defaultPermissionsRequestSchema, eventHandlerRequestSchema, expiryTimeRequestSchema, exportStatsRequestSchema, generateTokenRequestSchema, groupConfigurationUpdateSchema, harvestContractDetailSchema, individualInformationSchema, initRequestSchema, insertAirStatsRequestSchema, insertBeamStatsRequestSchema, issueAddEmailTokenRequestSchema, issuePasswordResetTokenRequestSchema, issueTransferTokenRequestSchema, operatorContractRequestSchema, payJpRequestSchema, payerInformationSchema, quotationRequestSchema, rateCardSchema, registerSubscriberRequestSchema, resourceInitialSettingSchema, revokeOperatorMfaRequestSchema, roleRequestSchema, sendSmsRequestSchema, setGroupRequestSchema, shipOrderRequestSchema, shippingAddressRequestSchema, signupTokenRequestSchema, supportContractDetailSchema, switchUserRequestSchema, tagUpdateRequestSchema, testSoraletRequestSchema, transferTokenSchema, updateSpeedClassRequestSchema, updateUserPasswordRequestSchema, userPermissionRequestSchema, userRequestSchema, userTrustPolicyRequestSchema, verifyAddEmailTokenRequestSchema, verifyOperatorMfaRequestSchema, verifyOperatorRequestSchema, verifyPasswordResetTokenRequestSchema, verifyUserMfaRequestSchema, volumeDiscountRequestSchema, webPayRequestSchema } from "@soracom-fixtures/api/schemas";
import * as v from "valibot";
const { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } = globalThis.process.getBuiltinModule("node:zlib");
import { addRoute, createRouter, findRoute } from "rou3";
const { setImmediate, setTimeout } = globalThis.process.getBuiltinModule("node:timers");
const { createServer } = globalThis.process.getBuiltinModule("node:http");
//#region src/operations/answer.ts
function ok(body, headers) {
	return {
		status: 200,
		body,
		...headers ? { headers } : {}
	};
}
function created(body) {
	return {
		status: 201,
		body
	};
}
const noContent = Object.freeze({ status: 204 });
//#endregion
//#region src/operations/api-failure.ts
var ApiFailure = class extends Error {
	code;
	status;
	args;
	operatorId;
	constructor(code, args = [], status = errorCodes[code].status, operatorId) {
		const { stackTraceLimit } = Error;
		Error.stackTraceLimit = 0;
		super(code);
		Error.stackTraceLimit = stackTraceLimit;
		this.operatorId = operatorId;
		this.code = code;
		this.status = status;
		this.args = args;
	}
};
function notFound(what, id) {
	return new ApiFailure("EMU0005", [what, id], 404);
}
function unlistedNotFound({ settings }, what, id) {
	return new ApiFailure("EMU0005", [what, id], settings.unlistedNotFoundStatus);
}
function unlistedDuplicate({ settings }, what, id) {
	return new ApiFailure("EMU0143", [what, id], settings.unlistedDuplicateStatus);
}
function invalid(what, value) {
	return new ApiFailure("EMU0006", [what, typeof value === "string" ? value : JSON.stringify(value) ?? "undefined"]);
}
//#endregion
//#region src/rules/is-object.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
//#endregion
//#region src/state/id-source.ts
function createIdSource(seed, state) {
	const seeded = seed === void 0 ? void 0 : seededWords(seed, state);
	const nextWord = seeded?.nextWord ?? systemWords();
	const pick = (alphabet, length) => {
		let text = "";
		for (let index = 0; index < length; index += 1) text += alphabet[below(alphabet.length)];
		return text;
	};
	const below = (limit) => nextWord() % limit;
	const written = Buffer.alloc(64);
	const digits = (length, prefix = "") => {
		written.write(prefix, "latin1");
		const end = prefix.length + length;
		for (let at = prefix.length; at < end; at += 6) {
			const count = Math.min(6, end - at);
			writeDigits(written, at, count, below(10 ** count));
		}
		return written.toString("latin1", 0, end);
	};
	return {
		digits,
		hex: (length) => pick("0123456789abcdef", length),
		text: (length) => pick("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length),
		number: below,
		state: () => seeded?.state(),
		uuid() {
			const hex = pick("0123456789abcdef", 30);
			const variant = "89ab"[below(4)];
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
		}
	};
}
function writeDigits(written, at, count, value) {
	let rest = value;
	for (let index = at + count - 1; index >= at; index -= 1) {
		const tens = rest / 10 | 0;
		written[index] = 48 + rest - tens * 10;
		rest = tens;
	}
}
function systemWords() {
	const block = new Uint32Array(1024);
	let position = block.length;
	return () => {
		if (position === block.length) {
			randomFillSync(block);
			position = 0;
		}
		return block[position++];
	};
}
function seededWords(seed, state) {
	let [a, b, c, counter] = [
		fnv(seed, 1),
		fnv(seed, 2),
		fnv(seed, 3),
		1
	];
	const next = () => {
		const sum = a + b + counter | 0;
		counter = counter + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + sum;
		return sum >>> 0;
	};
	for (let round = 0; round < 16; round += 1) next();
	if (state) [a = 0, b = 0, c = 0, counter = 0] = state;
	const nextByte = () => next() >>> 24;
	const nextWord = () => (nextByte() << 24 | nextByte() << 16 | nextByte() << 8 | nextByte()) >>> 0;
	return {
		nextWord,
		state: () => [
			a,
			b,
			c,
			counter
		]
	};
}
function fnv(text, salt) {
	let hash = 2166136261 ^ salt;
	for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash | 0;
}
//#endregion
//#region src/state/session-map.ts
var SessionMap = class extends Map {
	#last;
	get(token) {
		if (this.#last?.token !== token) this.#last = super.get(token);
		return this.#last;
	}
	set(token, session) {
		this.#last = void 0;
		return super.set(token, session);
	}
	delete(token) {
		this.#last = void 0;
		return super.delete(token);
	}
	clear() {
		this.#last = void 0;
		super.clear();
	}
};
//#endregion
//#region src/state/time-queue.ts
function createTimeQueue() {
	return { heap: [] };
}
function enqueue({ heap }, timeMs, key) {
	heap.push({
		timeMs,
		key
	});
	let at = heap.length - 1;
	while (at > 0) {
		const parent = at - 1 >> 1;
		if (timeOf(heap, parent) <= timeOf(heap, at)) return;
		swap(heap, at, parent);
		at = parent;
	}
}
function takeDue({ heap }, nowMs) {
	const first = heap[0];
	if (first === void 0 || first.timeMs > nowMs) return void 0;
	const last = heap.pop();
	if (last !== void 0 && heap.length > 0) {
		heap[0] = last;
		sink(heap);
	}
	return first;
}
function sink(heap) {
	let at = 0;
	for (;;) {
		const left = 2 * at + 1;
		const smaller = timeOf(heap, left + 1) < timeOf(heap, left) ? left + 1 : left;
		if (timeOf(heap, smaller) >= timeOf(heap, at)) return;
		swap(heap, at, smaller);
		at = smaller;
	}
}
function timeOf(heap, at) {
	return heap[at]?.timeMs ?? Number.POSITIVE_INFINITY;
}
function swap(heap, left, right) {
	const entry = heap[left];
	const other = heap[right];
	if (entry === void 0 || other === void 0) return;
	heap[left] = other;
	heap[right] = entry;
}
//#endregion
//#region src/state/world.ts
const worldPartNames = [
	"clock",
	"ids",
	"settings",
	"productionKeys",
	"rateCard",
	"billLines",
	"signToken",
	"consistency",
	"draws",
	"seed"
];
function createWorld(parts) {
	return {
		...parts,
		operators: /* @__PURE__ */ new Map(),
		operatorIdsByEmail: /* @__PURE__ */ new Map(),
		authKeys: /* @__PURE__ */ new Map(),
		sessions: new SessionMap(),
		signups: /* @__PURE__ */ new Map(),
		emailsBySignupToken: /* @__PURE__ */ new Map(),
		sims: /* @__PURE__ */ new Map(),
		imsisByMsisdn: /* @__PURE__ */ new Map(),
		coupons: /* @__PURE__ */ new Map(),
		expiries: createTimeQueue(),
		exports: /* @__PURE__ */ new Map(),
		exportExpiries: createTimeQueue(),
		transfers: /* @__PURE__ */ new Map(),
		laggingIndex: /* @__PURE__ */ new Map(),
		laggingOrders: /* @__PURE__ */ new Map(),
		laggingStats: /* @__PURE__ */ new Map(),
		mailboxes: /* @__PURE__ */ new Map(),
		mailTokens: /* @__PURE__ */ new Map(),
		counts: {
			operatorsMade: 0,
			operatorsDeleted: 0,
			calls: 0
		}
	};
}
//#endregion
//#region src/state/snapshot/decode.ts
function decode$1(encoded) {
	const shared = /* @__PURE__ */ new Map();
	function read(item, id) {
		if (typeof item !== "object" || item === null) return item;
		const keep = (made) => {
			if (id !== void 0) shared.set(id, made);
			return made;
		};
		if (Array.isArray(item)) return fillArray(keep([]), item);
		if (!Object.hasOwn(item, "$")) return fillObject(keep({}), Object.entries(item));
		return readMarked(item, keep);
	}
	function readMarked(item, keep) {
		switch (item.$) {
			case "undefined": return;
			case "number": return Number(item.text);
			case "bigint": return BigInt(String(item.text));
			case "date": return keep(new Date(Number(item.timeMs)));
			case "bytes": return keep(readBytes$1(item));
			case "map": {
				const map = keep(/* @__PURE__ */ new Map());
				for (const [key, part] of pairsOf(item.entries)) map.set(read(key), read(part));
				return map;
			}
			case "set": {
				const set = keep(/* @__PURE__ */ new Set());
				for (const part of arrayOf(item.values)) set.add(read(part));
				return set;
			}
			case "object": return fillObject(keep({}), pairsOf(item.entries));
			case "bare": return fillObject(keep(Object.create(null)), pairsOf(item.entries));
			case "shared": return read(item.value, item.id);
			case "ref": {
				const made = shared.get(item.id);
				if (!made) throw new TypeError(`the snapshot refers to a part that is not there: ${String(item.id)}`);
				return made;
			}
			default: throw new TypeError(`the snapshot has a part of an unknown kind: ${String(item.$)}`);
		}
	}
	function fillArray(made, parts) {
		for (const part of parts) made.push(read(part));
		return made;
	}
	function fillObject(made, entries) {
		for (const [key, part] of entries) Object.defineProperty(made, String(key), {
			value: read(part),
			writable: true,
			enumerable: true,
			configurable: true
		});
		return made;
	}
	return read(encoded);
}
function arrayOf(value) {
	if (!Array.isArray(value)) throw new TypeError("the snapshot has a collection without its parts");
	return value;
}
function pairsOf(value) {
	return arrayOf(value).map((pair) => {
		const [key, part] = arrayOf(pair);
		return [key, part];
	});
}
function readBytes$1({ type, base64 }) {
	const bytes = Uint8Array.from(Buffer.from(String(base64), "base64"));
	if (type === "Buffer") return Buffer.from(bytes);
	const Maker = [...[
		Int8Array,
		Uint8Array,
		Uint8ClampedArray,
		Int16Array,
		Uint16Array,
		Int32Array,
		Uint32Array
	], ...[
		Float32Array,
		Float64Array,
		BigInt64Array,
		BigUint64Array
	]].find(({ name }) => name === type);
	if (!Maker) throw new TypeError(`the snapshot has bytes of an unknown kind: ${String(type)}`);
	return new Maker(bytes.buffer);
}
//#endregion
//#region src/state/snapshot/restore-snapshot.ts
function restoreSnapshot(world, given) {
	const snapshot = check$1(given);
	const state = decode$1(snapshot.world);
	const fresh = { ...createWorld(world) };
	for (const name of worldPartNames) delete fresh[name];
	if (!isObject(state)) throw new TypeError("the snapshot's world is no object");
	for (const [name, value] of Object.entries(state)) {
		if (!Object.hasOwn(fresh, name)) throw new TypeError(`the snapshot's world has "${name}", which this version does not know`);
		if (kindOf(value) !== kindOf(fresh[name])) throw new TypeError(`"${name}" of the snapshot's world is no ${kindOf(fresh[name])}`);
	}
	Object.assign(world, fresh, state, {
		seed: snapshot.seed,
		ids: snapshot.ids ? createIdSource(snapshot.seed, snapshot.ids) : createIdSource(),
		draws: createIdSource(toDrawsSeed(snapshot.seed), snapshot.draws)
	});
	world.clock.restore(snapshot.nowMs);
}
function resetWorld(world) {
	Object.assign(world, createWorld(world));
}
function toDrawsSeed(seed) {
	return `${seed} draws`;
}
function check$1(given) {
	if (!isObject(given) || given.format !== "soracom-fixtures-emulator") throw new TypeError("it is no snapshot of an emulator");
	const { version, nowMs, seed, ids, draws } = given;
	if (version !== 1) throw new TypeError(`the snapshot's version is ${String(version)}; this emulator reads version 1`);
	if (typeof nowMs !== "number" || !Number.isFinite(nowMs)) throw new TypeError("the snapshot has no time");
	if (typeof seed !== "string" || !isState(draws) || ids !== void 0 && !isState(ids)) throw new TypeError("the snapshot does not tell how its ids go on");
	return given;
}
function isState(value) {
	return Array.isArray(value) && value.length === 4 && value.every(Number.isSafeInteger);
}
function kindOf(value) {
	return Object.prototype.toString.call(value).slice(8, -1);
}
//#endregion
//#region src/state/snapshot/encode.ts
function encode(value) {
	const shared = findShared(value);
	const ids = /* @__PURE__ */ new Map();
	const place = [];
	function write(item) {
		if (typeof item !== "object" || item === null) return writePrimitive(item, place);
		const id = ids.get(item);
		if (id !== void 0) return {
			$: "ref",
			id
		};
		if (!shared.has(item)) return writeObject(item);
		ids.set(item, ids.size);
		return {
			$: "shared",
			id: ids.size - 1,
			value: writeObject(item)
		};
	}
	function writeObject(item) {
		if (Array.isArray(item)) return item.map((part, index) => writeAt(String(index), part));
		if (item instanceof Map) return {
			$: "map",
			entries: [...item].map(([key, part]) => [writeAt("key", key), writeAt(String(key), part)])
		};
		if (item instanceof Set) return {
			$: "set",
			values: [...item].map((part) => writeAt("value", part))
		};
		if (item instanceof Date) return {
			$: "date",
			timeMs: item.getTime()
		};
		if (ArrayBuffer.isView(item)) {
			const bytes = Buffer.from(item.buffer, item.byteOffset, item.byteLength);
			return {
				$: "bytes",
				type: item.constructor.name,
				base64: bytes.toString("base64")
			};
		}
		const prototype = Object.getPrototypeOf(item);
		if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`An instance of ${prototype.constructor?.name} cannot be kept: ${place.join(".")}`);
		const entries = Object.entries(item).map(([key, part]) => [key, writeAt(key, part)]);
		if (prototype === null) return {
			$: "bare",
			entries
		};
		return Object.hasOwn(item, "$") ? {
			$: "object",
			entries
		} : Object.fromEntries(entries);
	}
	function writeAt(name, part) {
		place.push(name);
		const written = write(part);
		place.pop();
		return written;
	}
	return write(value);
}
function writePrimitive(item, place) {
	switch (typeof item) {
		case "undefined": return { $: "undefined" };
		case "bigint": return {
			$: "bigint",
			text: String(item)
		};
		case "number": return Number.isFinite(item) && !Object.is(item, -0) ? item : {
			$: "number",
			text: Object.is(item, -0) ? "-0" : String(item)
		};
		case "function":
		case "symbol": throw new TypeError(`A ${typeof item} cannot be kept: ${place.join(".")}`);
		default: return item;
	}
}
function findShared(value) {
	const seen = /* @__PURE__ */ new Set();
	const shared = /* @__PURE__ */ new Set();
	const waiting = [value];
	while (waiting.length > 0) {
		const item = waiting.pop();
		if (typeof item !== "object" || item === null) continue;
		if (seen.has(item)) {
			shared.add(item);
			continue;
		}
		seen.add(item);
		if (ArrayBuffer.isView(item)) continue;
		if (item instanceof Map) for (const [key, part] of item) waiting.push(key, part);
		else for (const part of item instanceof Set ? item : Object.values(item)) waiting.push(part);
	}
	return shared;
}
//#endregion
//#region src/state/snapshot/take-snapshot.ts
function takeSnapshot(world) {
	const state = Object.entries(world).filter(([name]) => !worldPartNames.some((part) => part === name));
	const ids = world.ids.state();
	return {
		format: "soracom-fixtures-emulator",
		version: 1,
		nowMs: world.clock.now(),
		seed: world.seed,
		...ids ? { ids } : {},
		draws: world.draws.state() ?? [],
		world: encode(Object.fromEntries(state))
	};
}
//#endregion
//#region src/control/change-state.ts
function answerState({ world }) {
	return ok(takeSnapshot(world));
}
function putState({ world, body }) {
	try {
		restoreSnapshot(world, body);
	} catch (error) {
		if (error instanceof TypeError) throw new ApiFailure("EMU0226", [error.message]);
		throw error;
	}
	return noContent;
}
function reset({ world, log }) {
	resetWorld(world);
	log?.clear();
	return noContent;
}
//#endregion
//#region src/state/clock.ts
function createClock(startTime) {
	let offsetMs = startTime === void 0 ? 0 : toMs(startTime) - Date.now();
	const now = () => Date.now() + offsetMs;
	function moveBy(forwardMs) {
		if (!Number.isFinite(forwardMs) || forwardMs < 0) throw new RangeError(`The clock of the emulator only moves forward; it was asked to move by ${forwardMs} ms`);
		if (now() + forwardMs > latestMs) throw new RangeError("The clock of the emulator does not go beyond the year 9999");
		offsetMs += Math.round(forwardMs);
		return now();
	}
	return {
		now,
		advance: (duration) => moveBy(durationMs(duration)),
		set: (time) => moveBy(Math.max(toMs(time), earliestMs) - now()),
		restore(timeMs) {
			offsetMs = timeMs - Date.now();
		}
	};
}
const latestMs = Date.UTC(9999, 11, 31);
const earliestMs = 0;
function toMs(time) {
	const timeMs = typeof time === "number" ? time : new Date(time).getTime();
	if (!Number.isFinite(timeMs)) throw new RangeError(`Not a time: ${String(time)}`);
	return timeMs;
}
function durationMs({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) {
	return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1e3 + milliseconds;
}
//#endregion
//#region src/http/message.ts
function toText$2(body) {
	return typeof body === "string" ? body : Buffer.from(body ?? "").toString();
}
function withLowerNames(request) {
	const { headers = {} } = request;
	if (Object.keys(headers).every((name) => name === name.toLowerCase())) return request;
	const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	const given = Object.entries(headers).filter(([name]) => name === name.toLowerCase());
	return {
		...request,
		headers: Object.fromEntries([...lower, ...given])
	};
}
function readHeader({ headers }, name) {
	const value = headers?.[name];
	return Array.isArray(value) ? value[0] : value;
}
//#endregion
//#region src/control/log-record.ts
function emptyRecord() {
	return {
		sequence: 0,
		startMs: 0,
		endMs: void 0,
		method: "",
		path: "",
		query: "",
		operationId: void 0,
		operatorId: void 0,
		faults: [],
		headers: {},
		body: "",
		status: 0,
		replyHeaders: {},
		replyBody: ""
	};
}
function writeRecord(record, call, reply, last) {
	const { method, headers = noHeaders$1, body } = call.request;
	const text = (body?.length ?? 0) <= longestBody ? call.text ?? toText$2(body) : void 0;
	record.startMs = call.startMs;
	record.method = same(method, last.method);
	record.path = same(call.path, last.path);
	record.query = same(call.query, last.query);
	record.operationId = call.route?.operationId;
	record.operatorId = call.operatorId;
	record.faults = call.faults;
	record.headers = haveSame(headers, last.headers) ? last.headers : headers;
	record.body = text === last.body ? last.body : text;
	record.status = reply.status;
	record.replyHeaders = reply.headers;
	record.replyBody = reply.body.length <= longestBody ? reply.body : void 0;
}
const longestBody = 16384;
const noHeaders$1 = Object.freeze({});
function same(text, last) {
	return text === last ? last : text;
}
function haveSame(headers, last) {
	let count = 0;
	for (const name in headers) {
		if (headers[name] !== last[name]) return false;
		count += 1;
	}
	for (const _ in last) count -= 1;
	return count === 0;
}
//#endregion
//#region src/rules/redact.ts
const redacted = "[redacted]";
function isSecretName(name) {
	return secretName.test(name) && !publicName.test(name);
}
function redactJson(value) {
	if (typeof value === "string") return redactText(value);
	if (Array.isArray(value)) return value.map(redactJson);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value);
	const isPairOfSecret = entries.some(([name, said]) => (name === "key" || name === "tagName" || name === "name") && isSecretName(String(said)));
	return Object.fromEntries(entries.map(([name, said]) => {
		return [name, (isSecretName(name) || isPairOfSecret && (name === "value" || name === "tagValue")) && said !== null && typeof said !== "boolean" ? redacted : redactJson(said)];
	}));
}
function redactText(text) {
	return text.replaceAll(secretShapes, redacted);
}
function redactQuery(query) {
	return redactText(query.split("&").map((part) => {
		const [name = ""] = part.split("=");
		return isSecretName(name) ? `${name}=${redacted}` : part;
	}).join("&"));
}
const secretName = /password|secret|token|api-?key|auth-?key|otp|backupCodes|cvc|cvv|psk|credential|private-?key|authorization|cookie|^number$/i;
const publicName = /id$|ids$|seconds$|type$|enabled$|^last|time$/i;
const secretShapes = /(?<=[?&]secret=)[\w%]+|(?<=\/_files\/)[\w-]+|(?<=\/transfer_token\/)(?!issue\b|verify\b)[\w%-]+|\beyJ[\w-]+(?:\.[\w-]*){0,2}|\bsecret-[\w-]+|\bapi-[0-9a-f]{8}-[\w-]+/g;
//#endregion
//#region src/control/to-log-entry.ts
function toLogEntry(record) {
	const { startMs, endMs, query, status, operationId } = record;
	const headers = readHeaders(record.headers);
	const answerBody = readBody$3(record.replyBody);
	const { code = null, operatorId = null } = textsOf$1(answerBody);
	return {
		sequence: record.sequence,
		time: new Date(startMs).toISOString(),
		durationMs: endMs === void 0 ? null : endMs - startMs,
		method: record.method,
		path: shorten$1(redactText(record.path)) + (query === "" ? "" : `?${shorten$1(redactQuery(query))}`),
		operationId: operationId ?? null,
		operatorId: record.operatorId ?? (operationId === void 0 ? null : operatorId),
		status,
		code: status >= 400 ? code : null,
		test: readTest(headers["x-soracom-fixtures-test"]),
		faults: record.faults,
		request: {
			headers,
			body: redactJson(readBody$3(record.body))
		},
		answer: {
			headers: readHeaders(record.replyHeaders),
			body: redactJson(answerBody)
		}
	};
}
const longestText = 2e3;
function shorten$1(text) {
	return text.length > longestText ? `${text.slice(0, longestText)}\u2026` : text;
}
function readHeaders(headers) {
	const read = {};
	for (const [given, value] of Object.entries(headers)) {
		const name = given.toLowerCase();
		if (value === void 0 || name === "__proto__") continue;
		read[name] = isSecretName(name) ? redacted : shorten$1(redactText(String(value)));
	}
	return read;
}
function readBody$3(text) {
	if (text === void 0) return "(too long to be kept)";
	if (text.trim() === "") return null;
	try {
		return JSON.parse(text);
	} catch {
		return `(${text.length} characters that are not JSON)`;
	}
}
function textsOf$1(body) {
	if (typeof body !== "object" || body === null) return {};
	const { code, operatorId } = body;
	return {
		...typeof code === "string" ? { code } : {},
		...typeof operatorId === "string" ? { operatorId } : {}
	};
}
function readTest(header) {
	if (header === void 0) return null;
	try {
		return decodeURIComponent(header);
	} catch {
		return header;
	}
}
//#endregion
//#region src/control/request-log.ts
function createRequestLog(size, now) {
	const ring = [];
	let sequence = 0;
	let last = emptyRecord();
	return {
		add(call, reply) {
			sequence += 1;
			const record = ring[sequence % size] ?? emptyRecord();
			ring[sequence % size] = record;
			writeRecord(record, call, reply, last);
			record.sequence = sequence;
			record.endMs = call.delayMs > 0 ? void 0 : now();
			last = record;
			return sequence;
		},
		end(ended, reply) {
			const record = ring[ended % size];
			if (record?.sequence === ended) record.endMs = now();
			return reply;
		},
		entries({ operationId, since, after = 0 } = {}) {
			const sinceMs = since === void 0 ? 0 : toMs(since);
			return Object.values(ring).filter((record) => record.sequence > after && record.startMs >= sinceMs).filter((record) => operationId === void 0 || record.operationId === operationId).sort((left, right) => left.sequence - right.sequence).map(toLogEntry);
		},
		clear() {
			ring.length = 0;
		}
	};
}
//#endregion
//#region src/control/to-counts.ts
function toCounts({ counts, operators }) {
	const { operatorsMade, operatorsDeleted, calls } = counts;
	return {
		operatorsMade,
		operatorsDeleted,
		operatorsLeft: operators.size,
		calls
	};
}
//#endregion
//#region src/rules/faults/to-fault.ts
function toFault(given) {
	if (typeof given !== "object" || given === null || Array.isArray(given)) throw new TypeError(`a fault is an object with a kind: ${kinds.join(", ")}`);
	const fault = given;
	const kind = kinds.find((one) => one === fault.kind);
	if (!kind) throw new TypeError(`the fault's kind must be one of ${kinds.join(", ")}; it is ${toText$1(fault.kind)}`);
	const fields = {
		...scopeFields,
		...kindFields[kind]
	};
	for (const [name, value] of Object.entries(fault)) {
		if (name === "kind" || value === void 0) continue;
		const field = Object.hasOwn(fields, name) ? fields[name] : void 0;
		if (!field) throw new TypeError(`a fault of kind ${kind} has no "${name}"; it has ${Object.keys(fields).join(", ")}`);
		if (!field.isGood(value)) throw new TypeError(`the fault's ${name} must be ${field.what}; it is ${toText$1(value)}`);
	}
	if (kind === "latency" && fault.ms === void 0) throw new TypeError("a fault of kind latency needs ms");
	checkOperations(fault.operation);
	return Object.freeze({ ...fault });
}
const text = {
	what: "a text",
	isGood: (value) => typeof value === "string" && value !== ""
};
const names$1 = {
	what: "an operation ID, or several",
	isGood: (value) => text.isGood(value) || Array.isArray(value) && value.length > 0 && value.every(text.isGood)
};
const count = {
	what: "a whole number from 0",
	isGood: (value) => Number.isSafeInteger(value) && Number(value) >= 0
};
const chance = {
	what: "a number from 0 to 1",
	isGood: (value) => typeof value === "number" && value >= 0 && value <= 1
};
const longestMs = 6e5;
const wait = {
	what: `a number of milliseconds up to ${longestMs}`,
	isGood: (value) => typeof value === "number" && value >= 0 && value <= longestMs
};
const when = { when: {
	what: "'before' or 'after'",
	isGood: (value) => value === "before" || value === "after"
} };
const scopeFields = {
	operation: names$1,
	method: text,
	path: text,
	probability: chance,
	count,
	after: count,
	seed: text
};
const kindFields = {
	latency: {
		ms: wait,
		jitterMs: wait
	},
	tooManyRequests: { retryAfterSeconds: count },
	internalError: when,
	gatewayError: when,
	badGateway: when,
	serviceUnavailable: when,
	reset: when,
	cutBody: {},
	expiredToken: {}
};
const kinds = Object.keys(kindFields);
function checkOperations(operation) {
	if (operation === void 0) return;
	const known = new Set(apiOperations().map(({ operationId }) => operationId));
	for (const name of [operation].flat()) if (!known.has(String(name))) throw new TypeError(`the API has no operation ${toText$1(name)}`);
}
function toText$1(value) {
	return JSON.stringify(value) ?? String(value);
}
//#endregion
//#region src/rules/faults/to-path-pattern.ts
function toPathPattern(path) {
	const source = (path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path).split(/(\{\w+\}|\*\*|\*)/).map((part, index) => index % 2 === 1 ? part === "**" ? ".*" : "[^/]+" : quote$1(part)).join("");
	return new RegExp(`^${quote$1(basePath)}${source}$`);
}
function quote$1(text) {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
//#endregion
//#region src/guards/faults.ts
function createFaults(given = []) {
	const entries = [];
	let made = 0;
	const faults = {
		add(fault) {
			made += 1;
			entries.push(toEntry(`fault-${made}`, toFault(fault)));
			return `fault-${made}`;
		},
		list: () => entries.map(({ id, fault, seen, met }) => ({
			id,
			fault,
			seen,
			met
		})),
		remove(id) {
			const at = entries.findIndex((entry) => entry.id === id);
			if (at >= 0) entries.splice(at, 1);
			return at >= 0;
		},
		clear: () => entries.splice(0),
		isEmpty: () => entries.length === 0,
		meet: (call) => meetAll(entries, call)
	};
	for (const fault of given) faults.add(fault);
	return faults;
}
function toEntry(id, fault) {
	const operations = fault.operation === void 0 ? void 0 : [fault.operation].flat();
	const method = fault.method?.toUpperCase();
	const pattern = fault.path === void 0 ? void 0 : toPathPattern(fault.path);
	const source = createIdSource(`${fault.seed ?? ""} fault`);
	return {
		id,
		fault,
		isInScope: (call) => (operations?.includes(call.operationId ?? "") ?? true) && (method === void 0 || method === call.method) && (pattern?.test(call.path) ?? true) && (fault.kind !== "expiredToken" || call.hasToken),
		draw: () => source.number(chances) / chances,
		seen: 0,
		met: 0
	};
}
const chances = 2 ** 32;
function meetAll(entries, call) {
	const ids = [];
	let delayMs = 0;
	for (const entry of entries) {
		if (!entry.isInScope(call) || !meets(entry)) continue;
		ids.push(entry.id);
		const { fault } = entry;
		if (fault.kind !== "latency") return {
			ids,
			delayMs,
			fault
		};
		delayMs += Math.round(fault.ms + (fault.jitterMs ? entry.draw() * fault.jitterMs : 0));
	}
	return {
		ids,
		delayMs,
		fault: void 0
	};
}
function meets(entry) {
	const { after = 0, count = Number.POSITIVE_INFINITY, probability = 1 } = entry.fault;
	entry.seen += 1;
	if (entry.seen <= after || entry.met >= count) return false;
	if (probability < 1 && entry.draw() >= probability) return false;
	entry.met += 1;
	return true;
}
//#endregion
//#region src/guards/rate-limiter.ts
function createRateLimiter({ limit, perSeconds }) {
	const counts = /* @__PURE__ */ new Map();
	let window = 0;
	return { count(who, group, nowMs) {
		const present = Math.floor(nowMs / (perSeconds * 1e3));
		if (present !== window) counts.clear();
		window = present;
		const key = `${who} ${group}`;
		const calls = (counts.get(key) ?? 0) + 1;
		counts.set(key, calls);
		const secondsLeft = Math.ceil(((window + 1) * perSeconds * 1e3 - nowMs) / 1e3);
		const headers = toLimitHeaders({
			limit,
			remaining: Math.max(0, limit - calls),
			seconds: secondsLeft
		});
		return {
			isOver: calls > limit,
			secondsLeft,
			headers
		};
	} };
}
function toLimitHeaders({ limit, remaining, seconds }) {
	return {
		"x-soracom-ratelimit-limit": String(limit),
		"x-soracom-ratelimit-remaining": String(remaining),
		"x-soracom-ratelimit-seconds-before-refresh": String(seconds)
	};
}
//#endregion
//#region src/control/answer-log.ts
function answerLog({ log, query }) {
	const since = query.get("since") ?? void 0;
	const after = Number(query.get("after") ?? 0);
	if (!Number.isSafeInteger(after)) throw invalid("after", query.get("after"));
	try {
		const filter = {
			operationId: query.get("operationId") ?? void 0,
			since: toTime(since),
			after
		};
		return ok({ entries: log?.entries(filter) ?? [] });
	} catch (error) {
		if (error instanceof RangeError) throw invalid("since", since);
		throw error;
	}
}
function toTime(text) {
	return text !== void 0 && /^\d{9,}$/.test(text) ? Number(text) : text;
}
//#endregion
//#region src/state/audit-log.ts
function recordCall({ auditLog, contracts }, call, settings) {
	if (!(call.isAuth || isRecordingAll(contracts, settings))) return;
	const { entries } = auditLog;
	const timeMs = Math.max(call.timeMs, (entries.at(-1)?.timeMs ?? 0) + 1);
	entries.push({
		...call,
		timeMs
	});
	if (entries.length > mostCalls * 1.1) entries.splice(0, entries.length - mostCalls);
}
function auditLogStartMs({ contracts }, nowMs, settings) {
	return nowMs - (isRecordingAll(contracts, settings) ? 366 : 1) * dayMs;
}
function forgetPastCalls({ auditLog: { entries } }, nowMs) {
	entries.splice(0, entries.length, ...entries.filter(({ timeMs }) => timeMs >= nowMs - dayMs));
}
function forgetContractedCalls({ auditLog: { entries } }) {
	entries.splice(0, entries.length, ...entries.filter(({ isAuth }) => isAuth));
}
const mostCalls = 1e4;
function isRecordingAll(contracts, { auditLogScope }) {
	return auditLogScope === "everything" || contracts.has("api_audit_log");
}
//#endregion
//#region src/operations/read-query.ts
function readInteger(query, name) {
	const text = query.get(name);
	if (!text) return void 0;
	if (!/^-?\d{1,15}$/.test(text)) throw invalid(name, text);
	return Number(text);
}
function readWord(query, name, words) {
	const text = query.get(name);
	if (!text) return void 0;
	const word = words.find((one) => one === text);
	if (word === void 0) throw invalid(name, text);
	return word;
}
//#endregion
//#region src/state/timed-list.ts
function createTimedList() {
	return { entries: [] };
}
function entryAt({ entries }, timeMs) {
	const entry = entries[positionOf(entries, timeMs)];
	return entry?.timeMs === timeMs ? entry : void 0;
}
function removeEntry({ entries }, timeMs) {
	const at = positionOf(entries, timeMs);
	if (entries[at]?.timeMs === timeMs) entries.splice(at, 1);
}
function* entriesOf({ entries }, { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY, afterMs, order }) {
	let first = positionOf(entries, fromMs);
	let end = positionOf(entries, toMs + 1);
	if (order === "oldestFirst") {
		if (afterMs !== void 0) first = Math.max(first, positionOf(entries, afterMs + 1));
		for (let at = first; at < end; at += 1) yield entries[at];
		return;
	}
	if (afterMs !== void 0) end = Math.min(end, positionOf(entries, afterMs));
	for (let at = end - 1; at >= first; at -= 1) yield entries[at];
}
function positionOf(entries, timeMs) {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((entries[middle]?.timeMs ?? 0) < timeMs) low = middle + 1;
		else high = middle;
	}
	return low;
}
//#endregion
//#region src/state/sorted-keys.ts
function createSortedKeys() {
	return {
		chunks: [],
		size: 0
	};
}
function addKey(keys, key) {
	const at = chunkOf(keys, key);
	const chunk = keys.chunks[at];
	if (chunk === void 0) {
		keys.chunks.push([key]);
		keys.size += 1;
		return;
	}
	const position = positionIn(chunk, key);
	if (chunk[position] === key) return;
	chunk.splice(position, 0, key);
	keys.size += 1;
	if (chunk.length > chunkLimit) keys.chunks.splice(at + 1, 0, chunk.splice(chunkLimit >> 1));
}
function hasKey(keys, key) {
	const chunk = keys.chunks[chunkOf(keys, key)] ?? [];
	return chunk[positionIn(chunk, key)] === key;
}
function removeKey(keys, key) {
	const at = chunkOf(keys, key);
	const chunk = keys.chunks[at];
	if (chunk === void 0) return;
	const position = positionIn(chunk, key);
	if (chunk[position] !== key) return;
	chunk.splice(position, 1);
	keys.size -= 1;
	if (chunk.length === 0) keys.chunks.splice(at, 1);
}
function* keysAfter(keys, after) {
	const first = after === void 0 ? 0 : chunkOf(keys, after);
	for (let at = first; at < keys.chunks.length; at += 1) {
		const chunk = keys.chunks[at] ?? [];
		let position = at === first && after !== void 0 ? positionIn(chunk, after) : 0;
		if (chunk[position] === after) position += 1;
		for (; position < chunk.length; position += 1) yield chunk[position];
	}
}
function* keysUpTo(keys, from) {
	const first = chunkOf(keys, from);
	for (let at = first; at >= 0; at -= 1) {
		const chunk = keys.chunks[at] ?? [];
		let position = chunk.length - 1;
		if (at === first) {
			position = positionIn(chunk, from);
			if (chunk[position] !== from) position -= 1;
		}
		for (; position >= 0; position -= 1) yield chunk[position];
	}
}
const chunkLimit = 512;
function chunkOf({ chunks }, key) {
	let low = 0;
	let high = chunks.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((chunks[middle]?.[0] ?? "") <= key) low = middle;
		else high = middle - 1;
	}
	return low;
}
function positionIn(chunk, key) {
	let low = 0;
	let high = chunk.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (chunk[middle] < key) low = middle + 1;
		else high = middle;
	}
	return low;
}
//#endregion
//#region src/operations/page.ts
function keysOfPage({ world, query }, keys) {
	const after = query.get("last_evaluated_key") || void 0;
	const leadsBack = after !== void 0 && world.settings.previousLinks;
	return {
		keys: keysAfter(keys, after),
		keysBefore: leadsBack ? keysUpTo(keys, after) : void 0
	};
}
function takePage({ query, path }, { keys, keysBefore, toRow, defaultLimit, maxLimit }) {
	const limit = readLimit(query, defaultLimit, maxLimit);
	const rows = [];
	let lastKey;
	let nextKey;
	for (const key of keys) {
		const row = toRow(key);
		if (row === void 0) continue;
		if (rows.length === limit) {
			nextKey = lastKey;
			break;
		}
		rows.push(row);
		lastKey = key;
	}
	const previousKey = keysBefore && toPreviousKey(keysBefore, toRow, limit);
	return {
		rows,
		headers: toHeaders(path, query, nextKey, previousKey)
	};
}
function toPreviousKey(keysBefore, toRow, limit) {
	let rows = 0;
	for (const key of keysBefore) {
		if (toRow(key) === void 0) continue;
		if (rows === limit) return key;
		rows += 1;
	}
	return "";
}
function readLimit(query, defaultLimit, maxLimit) {
	const asked = Number(query.get("limit") || defaultLimit);
	return Math.min(maxLimit, Math.max(1, Number.isFinite(asked) ? Math.trunc(asked) : defaultLimit));
}
function pageOf(context, listing) {
	const { rows, headers } = takePage(context, listing);
	return ok(rows, headers);
}
function toHeaders(path, query, nextKey, previousKey) {
	const toLink = (key, rel) => {
		const asked = new URLSearchParams(query);
		asked.set("last_evaluated_key", key);
		return `<${path}?${asked}>; rel=${rel}`;
	};
	const links = [...nextKey === void 0 ? [] : [toLink(nextKey, "next")], ...previousKey === void 0 ? [] : [toLink(previousKey, "prev")]];
	return {
		...nextKey === void 0 ? {} : { "x-soracom-next-key": nextKey },
		...links.length === 0 ? {} : { link: links.join(",") }
	};
}
//#endregion
//#region src/operations/timed-page.ts
function timedPage(context, list, { toRow, defaultLimit, maxLimit, ...range }) {
	return pageOf(context, {
		keys: timesOf(list, {
			...range,
			afterMs: readInteger(context.query, "last_evaluated_key")
		}),
		toRow(key) {
			const entry = entryAt(list, Number(key));
			return entry && toRow(entry);
		},
		defaultLimit,
		maxLimit
	});
}
function* timesOf(list, range) {
	for (const { timeMs } of entriesOf(list, range)) yield String(timeMs);
}
//#endregion
//#region src/operations/audit-logs.ts
const auditLogOperations = [{
	operationId: "getApiAuditLogs",
	handle(context) {
		const { world, operator, query, nowMs } = context;
		const { auditLog } = operator.account;
		const apiKind = query.get("api_kind");
		const startMs = auditLogStartMs(operator.account, nowMs, world.settings);
		return timedPage(context, auditLog, {
			fromMs: Math.max(startMs, readInteger(query, "from_epoch_ms") ?? startMs),
			toMs: readInteger(query, "to_epoch_ms"),
			order: world.settings.auditLogOrder,
			toRow: (call) => !apiKind || call.apiKind === apiKind ? toView$7(call, operator.operatorId) : void 0,
			defaultLimit: longestPage,
			maxLimit: longestPage
		});
	}
}];
const longestPage = 1e3;
function toView$7({ apiKind, path, status, remoteAddress, userName, timeMs }, operatorId) {
	return {
		apiKind,
		operatorId,
		remoteIpAddress: remoteAddress,
		requestPath: path,
		requestedTimeEpochMs: timeMs,
		statusCode: status,
		userName: userName ?? ""
	};
}
//#endregion
//#region src/rules/totp.ts
function toTotpCode(secretHex, timeMs) {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.max(0, Math.floor(timeMs / stepMs))));
	const mac = createHmac("sha1", Buffer.from(secretHex, "hex")).update(counter).digest();
	const offset = mac.readUInt8(mac.length - 1) & 15;
	const number = (mac.readUInt32BE(offset) & 2147483647) % 1e6;
	return String(number).padStart(6, "0");
}
function isTotpCode(secretHex, code, timeMs) {
	return [
		-stepMs,
		0,
		stepMs
	].some((shiftMs) => isSame(code, toTotpCode(secretHex, timeMs + shiftMs)));
}
function toTotpUri(secretHex, account) {
	return `otpauth://totp/${`${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`}?secret=${toBase32(secretHex)}&issuer=${encodeURIComponent(issuer)}`;
}
const stepMs = 3e4;
const issuer = "SORACOM";
function isSame(one, other) {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}
function toBase32(hex) {
	return ([...Buffer.from(hex, "hex")].map((byte) => byte.toString(2).padStart(8, "0")).join("").match(/.{1,5}/g) ?? []).map((group) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}
//#endregion
//#region src/rules/permissions/ip-range.ts
function toIpRange(text) {
	const [, addressText = "", bitsText] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
	const address = toAddress(addressText);
	if (!address) return void 0;
	const length = address.version === 4 ? 32 : 128;
	const bits = Number(bitsText ?? length);
	if (bits > length) return void 0;
	const freeBits = BigInt(length - bits);
	return {
		version: address.version,
		prefix: address.number >> freeBits,
		freeBits
	};
}
function isInRange(addressText, { version, prefix, freeBits }) {
	const address = toAddress(addressText);
	return address !== void 0 && address.version === version && address.number >> freeBits === prefix;
}
function toAddress(text) {
	if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
		const bytes = text.split(".").map(Number);
		return bytes.every((byte) => byte <= 255) ? {
			version: 4,
			number: join(bytes, 8n)
		} : void 0;
	}
	if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return void 0;
	const [head = "", tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split("::");
	const [left, right] = [toGroups(head), toGroups(tail ?? "")];
	const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
	return {
		version: 6,
		number: join([
			...left,
			...zeros,
			...right
		], 16n)
	};
}
function toGroups(text) {
	return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}
function join(parts, bits) {
	return parts.reduce((number, part) => number << bits | BigInt(part), 0n);
}
//#endregion
//#region src/rules/permissions/is-met.ts
function isMet(condition, facts) {
	return evaluate(condition, facts) === true;
}
function unknownTerms(condition) {
	switch (condition.kind) {
		case "value": return [];
		case "name": return names.has(condition.name) ? [] : [condition.name];
		case "call": return isKnownCall(condition) ? [] : [`${condition.name}(\u2026)`];
		case "not": return unknownTerms(condition.of);
		default: return [...unknownTerms(condition.left), ...unknownTerms(condition.right)];
	}
}
const names = new Map([["samUserName", ({ samUserName }) => samUserName], ["currentDate", ({ nowMs, zoneOffsetMinutes }) => Number(toDayText(nowMs, zoneOffsetMinutes))]]);
const functions = new Map([
	["date", {
		takes: [
			"number",
			"number",
			"number"
		],
		answer: (_, [year, month, day]) => Number(year) * 1e4 + Number(month) * 100 + Number(day)
	}],
	["pathVariable", {
		takes: ["string"],
		answer: ({ params }, [name]) => params[String(name)]
	}],
	["ipAddress", {
		takes: ["string"],
		accepts: (range) => toIpRange(range) !== void 0,
		answer: ({ ipAddress }, [range]) => isWithin(ipAddress, String(range))
	}]
]);
function isKnownCall({ name, args }) {
	const known = functions.get(name);
	if (!known || known.takes.length !== args.length) return false;
	return args.every((arg, index) => {
		if (arg.kind !== "value" || typeof arg.value !== known.takes[index]) return false;
		return known.accepts?.(String(arg.value)) ?? true;
	});
}
function evaluate(condition, facts) {
	switch (condition.kind) {
		case "value": return condition.value;
		case "name": return names.get(condition.name)?.(facts);
		case "call": return functions.get(condition.name)?.answer(facts, condition.args.map(constantOf));
		case "not": return evaluate(condition.of, facts) === false;
		case "and": return evaluate(condition.left, facts) === true && evaluate(condition.right, facts) === true;
		case "or": return evaluate(condition.left, facts) === true || evaluate(condition.right, facts) === true;
		case "compare": return compare(condition.operator, evaluate(condition.left, facts), evaluate(condition.right, facts));
	}
}
function constantOf(arg) {
	return arg.kind === "value" ? arg.value : "";
}
function compare(operator, left, right) {
	if (typeof left !== typeof right || left === void 0 || right === void 0) return false;
	if (operator === "==") return left === right;
	if (operator === "!=") return left !== right;
	if (operator === ">=") return left >= right;
	if (operator === "<=") return left <= right;
	return operator === ">" ? left > right : left < right;
}
function isWithin(ipAddress, rangeText) {
	const range = toIpRange(rangeText);
	return range !== void 0 && isInRange(ipAddress, range);
}
//#endregion
//#region src/rules/permissions/parse-condition.ts
function parseCondition(text) {
	const tokens = toTokens(text);
	let at = 0;
	const peek = () => tokens[at] ?? "";
	const take = () => tokens[at++] ?? "";
	const takeIf = (...wanted) => wanted.includes(peek()) ? take() : void 0;
	const need = (wanted) => {
		if (takeIf(wanted) === void 0) throw new SyntaxError(`"${wanted}" is missing before "${peek()}"`);
	};
	const condition = parseOr(0);
	if (at < tokens.length) throw new SyntaxError(`"${peek()}" is one too many`);
	return condition;
	function parseOr(depth) {
		let left = parseAnd(depth);
		while (takeIf("or")) left = {
			kind: "or",
			left,
			right: parseAnd(depth)
		};
		return left;
	}
	function parseAnd(depth) {
		let left = parseNot(depth);
		while (takeIf("and")) left = {
			kind: "and",
			left,
			right: parseNot(depth)
		};
		return left;
	}
	function parseNot(depth) {
		checkDepth(depth);
		if (takeIf("not")) return {
			kind: "not",
			of: parseNot(depth + 1)
		};
		const left = parseTerm(depth);
		const operator = takeIf("==", "!=", ">=", "<=", ">", "<");
		return operator === void 0 ? left : {
			kind: "compare",
			operator,
			left,
			right: parseTerm(depth)
		};
	}
	function parseTerm(depth) {
		if (takeIf("(")) {
			const inner = parseOr(depth + 1);
			need(")");
			return inner;
		}
		const token = take();
		if (/^['"]/.test(token)) return {
			kind: "value",
			value: token.slice(1, -1)
		};
		if (/^\d/.test(token)) return {
			kind: "value",
			value: Number(token)
		};
		if (!/^[A-Za-z]/.test(token) || keywords.includes(token)) throw new SyntaxError(`"${token}" is out of place`);
		if (takeIf("(") === void 0) return {
			kind: "name",
			name: token
		};
		return {
			kind: "call",
			name: token,
			args: parseArgs(depth + 1)
		};
	}
	function parseArgs(depth) {
		const args = [];
		if (takeIf(")")) return args;
		do
			args.push(parseOr(depth));
		while (takeIf(","));
		need(")");
		return args;
	}
}
const keywords = [
	"and",
	"or",
	"not"
];
const deepest = 50;
function checkDepth(depth) {
	if (depth > deepest) throw new SyntaxError(`it is nested deeper than ${deepest}`);
}
function toTokens(text) {
	const tokens = text.match(/'[^']*'|"[^"]*"|[A-Za-z_][\w.]*|\d+(?:\.\d+)?|[=!<>]=|[<>(),]|\S/g) ?? [];
	if (tokens.length === 0) throw new SyntaxError("it is empty");
	return tokens;
}
//#endregion
//#region src/rules/permissions/parse-statements.ts
function parsePermission(text, unknownConditions) {
	return parseStatements(text, permissionSchema, unknownConditions, ({ effect, api, condition }) => ({
		effect,
		api: [api].flat(),
		...condition === void 0 ? {} : { condition }
	}));
}
function parseTrustPolicy(text, unknownConditions) {
	return parseStatements(text, trustPolicySchema, unknownConditions, ({ effect, principal, condition }) => ({
		effect,
		principals: [principal.soracom ?? []].flat(),
		...condition === void 0 ? {} : { condition }
	}));
}
const effectSchema = v.picklist(["allow", "deny"]);
const textsSchema = v.union([v.pipe(v.string(), v.nonEmpty()), v.array(v.pipe(v.string(), v.nonEmpty()))]);
const permissionSchema = v.object({
	effect: effectSchema,
	api: textsSchema,
	condition: v.optional(v.string())
});
const trustPolicySchema = v.object({
	effect: effectSchema,
	principal: v.object({
		soracom: v.optional(textsSchema),
		service: v.optional(textsSchema)
	}),
	condition: v.optional(v.string())
});
function parseStatements(text, schema, unknownConditions, toStatement) {
	const json = readJson$1(text);
	if (json === void 0) return { problem: "it is not JSON" };
	const result = v.safeParse(v.object({ statements: v.array(schema) }), json);
	if (!result.success) return { problem: describe(result.issues[0]) };
	const { statements } = result.output;
	for (const { condition } of statements) {
		const problem = condition === void 0 ? void 0 : conditionProblem(condition, unknownConditions);
		if (problem !== void 0) return { problem };
	}
	return { value: { statements: statements.map(toStatement) } };
}
function readJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function describe(issue) {
	return `${issue.path?.map(({ key }) => String(key)).join(".") ?? "it"} is ${issue.received}, not ${issue.expected ?? "what it must be"}`;
}
function conditionProblem(text, unknownConditions) {
	try {
		const [unknown] = unknownTerms(parseCondition(text));
		if (unknown === void 0 || unknownConditions !== "refused") return void 0;
		return `the emulator does not know ${unknown} in a condition`;
	} catch (error) {
		return `in the condition ${JSON.stringify(text)}, ${error.message}`;
	}
}
//#endregion
//#region src/rules/permissions/permissions-of.ts
function permissionsOf(operator, user, { soracomManagedRoles }) {
	const roles = [...user.roleIds].map((roleId) => operator.roles.get(roleId) ?? soracomManagedRoles.find((role) => role.roleId === roleId));
	return [
		user.permission,
		...roles.map((role) => role?.permission),
		operator.defaultPermissions
	].flatMap((text) => text === null || text === void 0 ? [] : [toPermission(text)]);
}
function toPermission(text) {
	const read = parsePermission(text, "unmet");
	if ("problem" in read) throw new Error(`A permission that was kept is not valid: ${read.problem}`);
	return read.value;
}
//#endregion
//#region src/rules/token.ts
function toToken(operator, { nowMs, expiresMs, id, permissions = rootPermissions }, signToken) {
	const issuedSeconds = Math.floor(nowMs / 1e3);
	const paymentMethodStatus = operator.hasPaymentMethod ? "registered" : "unregistered";
	const coverageTypes = [...operator.coverageTypes];
	const signed = `${header}.${toPart({
		jti: id,
		aud: "Operator",
		iss: "soracom.io",
		sub: "soracom",
		iat: issuedSeconds,
		nbf: issuedSeconds - 120,
		exp: Math.floor(expiresMs / 1e3),
		operator: {
			operatorId: operator.operatorId,
			coverageTypes,
			permissions,
			accountType: "0",
			paymentMethodStatus,
			coverageTypeAttributes: Object.fromEntries(coverageTypes.map((coverageType) => [coverageType, {
				termsVersion: "1",
				paymentMethodStatus,
				contracts: [...operator.account.contracts.keys()],
				contractDetail: {}
			}]))
		}
	})}`;
	return `${signed}.${signToken(signed)}`;
}
const rootPermissions = [{ statements: [{
	effect: "allow",
	api: ["*"]
}] }];
function toPart(value) {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}
const header = toPart({
	kid: "soracom-fixtures-emulator",
	alg: "RS256"
});
//#endregion
//#region src/state/sessions.ts
const defaultTimeoutSeconds$1 = 86400;
const longestTimeoutSeconds = 172800;
function openSession(world, operator, { timeoutSeconds, apiKey, user } = {}) {
	const nowMs = world.clock.now();
	const expiresMs = nowMs + toLifetimeSeconds(timeoutSeconds) * 1e3;
	const permissions = user && permissionsOf(operator, user, world.settings);
	const session = {
		apiKey: apiKey ?? `api-${world.ids.uuid()}`,
		token: toToken(operator, {
			nowMs,
			expiresMs,
			id: world.ids.uuid(),
			permissions
		}, world.signToken),
		operatorId: operator.operatorId,
		expiresMs,
		user: user && permissions && {
			userName: user.userName,
			permissions
		}
	};
	world.sessions.set(session.token, session);
	operator.tokens.add(session.token);
	return session;
}
function closeSession(world, session) {
	world.sessions.delete(session.token);
	world.operators.get(session.operatorId)?.tokens.delete(session.token);
}
function closeSessionsOf(world, operator, userName) {
	for (const token of operator.tokens) {
		const session = world.sessions.get(token);
		if (session && session.user?.userName === userName) closeSession(world, session);
	}
}
function toLifetimeSeconds(asked) {
	if (asked === void 0 || !Number.isFinite(asked) || asked <= 0) return defaultTimeoutSeconds$1;
	return Math.min(longestTimeoutSeconds, asked);
}
//#endregion
//#region src/operations/read-body.ts
function readBody$2(schema, body) {
	const given = body === void 0 || body === null || body === "" ? {} : body;
	const first = v.safeParse(schema, given);
	if (first.success) return first.output;
	const result = hasNulls(given) ? v.safeParse(schema, withoutNulls(given)) : first;
	if (result.success) return result.output;
	throw new ApiFailure("COM0008", [result.issues.map(toComplaint).join("")]);
}
function hasNulls(body) {
	return isObject(body) && Object.values(body).includes(null);
}
function withoutNulls(body) {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
function toComplaint(issue) {
	const path = issue.path?.map(({ key }) => String(key)).join(".") ?? "body";
	return `${issue.received === "undefined" || issue.received === "null" ? "may not be empty" : "invalid value"}:${path}`;
}
//#endregion
//#region src/operations/operator-mfa.ts
const operatorMfaOperations = [
	{
		operationId: "getMFAStatus",
		handle: ({ operator }) => ok({ status: statusOf(operator) })
	},
	{
		operationId: "enableMFA",
		handle({ world, operator }) {
			if (statusOf(operator) === "ACTIVE") throw new ApiFailure("EMU0142", ["ACTIVE", "enabled"]);
			const secretHex = world.ids.hex(40);
			operator.account.mfa = {
				secretHex,
				isConfirmed: false
			};
			return ok({ totpUri: toTotpUri(secretHex, operator.email) });
		}
	},
	{
		operationId: "verifyMFA",
		handle({ world, operator, body, nowMs }) {
			const { mfaOTPCode } = readBody$2(verifyOperatorMfaRequestSchema, body);
			const { mfa } = operator.account;
			if (!mfa || mfa.isConfirmed) throw new ApiFailure("EMU0142", [statusOf(operator), "verified"]);
			if (!isTotpCode(mfa.secretHex, mfaOTPCode, nowMs)) throw new ApiFailure("EMU0141");
			mfa.isConfirmed = true;
			return ok({ backupCodes: Array.from({ length: 5 }, () => world.ids.text(8)) });
		}
	},
	{
		operationId: "revokeMFA",
		handle({ operator, body }) {
			const { password } = readBody$2(revokeOperatorMfaRequestSchema, body);
			if (password !== operator.password) throw invalid("password", "***");
			if (!operator.account.mfa) throw new ApiFailure("EMU0142", ["INACTIVE", "revoked"]);
			operator.account.mfa = void 0;
			return noContent;
		}
	}
];
function checkSecondFactor({ operatorId, account: { mfa } }, code, nowMs) {
	if (!mfa?.isConfirmed) return;
	if (!code) throw new ApiFailure("EMU0140", [], 401, operatorId);
	if (!isTotpCode(mfa.secretHex, code, nowMs)) throw new ApiFailure("EMU0141", [], 401);
}
function statusOf({ account: { mfa } }) {
	if (!mfa) return "INACTIVE";
	return mfa.isConfirmed ? "ACTIVE" : "UNCONFIRMED";
}
//#endregion
//#region src/operations/auth.ts
const authOperations = [{
	operationId: "auth",
	open: true,
	handle({ world, body, nowMs }) {
		const request = readBody$2(authRequestSchema, body);
		const login = toLogin(world, request, nowMs);
		if (!login) throw new ApiFailure("AUM0002", [], world.settings.wrongPasswordStatus);
		const { operator, user } = login;
		if (!request.authKeyId && !user) checkSecondFactor(operator, request.mfaOTPCode, nowMs);
		return {
			...ok(toAuthView(openSession(world, operator, {
				timeoutSeconds: request.tokenTimeoutSeconds,
				user
			}))),
			operatorId: operator.operatorId
		};
	}
}, {
	operationId: "logout",
	handle({ world, session }) {
		closeSession(world, session);
		return noContent;
	}
}];
function toAuthView({ apiKey, operatorId, token, user }) {
	return user ? {
		apiKey,
		operatorId,
		token,
		userName: user.userName
	} : {
		apiKey,
		operatorId,
		token
	};
}
function toLogin(world, request, nowMs) {
	if (request.authKeyId) return byKey(world, request, nowMs);
	return request.email ? byEmail(world, request) : byUserName(world, request, nowMs);
}
function byEmail(world, { email = "", password }) {
	const operator = world.operators.get(world.operatorIdsByEmail.get(email) ?? "");
	if (!operator || operator.password !== password) return void 0;
	return { operator };
}
function byUserName(world, { operatorId = "", userName = "", password, mfaOTPCode }, nowMs) {
	const operator = world.operators.get(operatorId);
	const user = operator?.users.get(userName);
	if (!operator || !user || user.password === null || user.password !== password) return void 0;
	if (user.mfa?.isVerified) checkCode(world, user.mfa.secretHex, mfaOTPCode, nowMs);
	return {
		operator,
		user
	};
}
function checkCode(world, secretHex, code, nowMs) {
	const { wrongPasswordStatus } = world.settings;
	if (!code) throw new ApiFailure("EMU0105", [], wrongPasswordStatus);
	if (!isTotpCode(secretHex, code, nowMs)) throw new ApiFailure("EMU0106", [], wrongPasswordStatus);
}
function byKey(world, { authKeyId = "", authKey }, nowMs) {
	const found = world.authKeys.get(authKeyId);
	const operator = world.operators.get(found?.operatorId ?? "");
	if (!found || !operator || found.key.authKey !== authKey) return void 0;
	const user = operator.users.get(found.userName ?? "");
	if (found.userName !== void 0 && !user) return void 0;
	found.key.lastUsedMs = nowMs;
	return {
		operator,
		user
	};
}
//#endregion
//#region src/rules/billing/basic-lines.ts
function basicLines(context, sim) {
	const fees = context.card.basicFees.filter(({ subscription }) => subscription === sim.subscription);
	const statusesByDate = toStatusesByDate(context, sim);
	for (const statuses of statusesByDate.values()) for (const status of statuses) if (!(status === "terminated" || fees.some((fee) => fee.statuses.includes(status)))) context.unpriced.add(`basic fee of ${sim.subscription} in status ${status}${giving(sim, "basicFees")}`);
	const lines = [];
	const byTheDay = fees.filter(({ per }) => per === "day");
	for (const [date, statuses] of statusesByDate) lines.push(...feeLine(context, sim, {
		fees: byTheDay,
		date,
		statuses,
		statusesByDate
	}));
	const byTheMonth = fees.filter(({ per }) => per === "month");
	const statuses = new Set([...statusesByDate.values()].flatMap((ofDay) => [...ofDay]));
	lines.push(...feeLine(context, sim, {
		fees: byTheMonth,
		date: context.month,
		statuses,
		statusesByDate
	}));
	return lines;
}
function toStatusesByDate(context, { history }) {
	const byDate = /* @__PURE__ */ new Map();
	for (const { fromMs, untilMs, change } of phasesWithin(history, context).reverse()) {
		const firstDay = Math.floor((fromMs - context.startMs) / dayMs);
		const lastDay = Math.ceil((untilMs - context.startMs) / dayMs);
		for (const { date } of context.days.slice(firstDay, lastDay)) {
			const statuses = byDate.get(date);
			if (statuses) statuses.add(change.status);
			else byDate.set(date, new Set([change.status]));
		}
	}
	return byDate;
}
function feeLine(context, { imsi, subscription }, { fees, date, statuses, statusesByDate }) {
	const { chargedSims, days } = context;
	const key = `${subscription} ${date}`;
	const charged = chargedSims.get(key) ?? 0;
	let dearest = {
		unitPrice: 0,
		quantity: 1,
		amount: 0
	};
	for (const fee of fees) {
		if (!fee.statuses.some((status) => statuses.has(status))) continue;
		const price = fee.beyond && charged >= fee.beyond.sims ? fee.beyond.price : fee.price;
		const line = fee.prorated ? partOf(price, countDays(fee, statusesByDate), days.length) : inFull(price);
		if (line.amount > dearest.amount) dearest = line;
	}
	if (dearest.amount === 0) return [];
	chargedSims.set(key, charged + 1);
	return [{
		imsi,
		date,
		billItemName: "basicCharge",
		...dearest
	}];
}
function inFull(price) {
	return {
		unitPrice: price,
		quantity: 1,
		amount: price
	};
}
function partOf(price, quantity, days) {
	return {
		unitPrice: price / days,
		quantity,
		amount: toExact(price * quantity / days)
	};
}
function countDays({ statuses }, statusesByDate) {
	return [...statusesByDate.values()].filter((ofDay) => statuses.some((status) => ofDay.has(status))).length;
}
//#endregion
//#region src/rules/billing/bundle-lines.ts
function bundleLines(context, sim) {
	const { card, month, unpriced } = context;
	return bundlesWithin(context, sim).flatMap((bundle) => {
		const fee = card.bundleFees.find((one) => one.bundle === bundle);
		if (!fee) unpriced.add(`fee of bundle ${bundle}: give bundleFees`);
		if (fee?.includedBytes === void 0) unpriced.add(`allowance of bundle ${bundle}: give includedBytes in bundleFees`);
		if (!fee || fee.price === 0) return [];
		const { price } = fee;
		return [{
			imsi: sim.imsi,
			date: month,
			billItemName: "bundleCharge",
			unitPrice: price,
			quantity: 1,
			amount: price
		}];
	});
}
//#endregion
//#region src/rules/billing/month-lines.ts
function monthLines(input, month) {
	const context = createMonthContext(input, month);
	const parts = [];
	const add = (part) => {
		if (part.lines.length > 0) parts.push(part);
	};
	const sims = [];
	const sharing = [];
	for (const sim of input.sims) if (coverageTypeOf(sim.subscription, input.coverageType) === input.coverageType) {
		sims.push(sim);
		const isSharing = sharesAllowance(context, sim);
		if (isSharing) sharing.push(sim);
		add(feesOf(context, sim));
		add(isSharing ? toLinesPart(bundleLines(context, sim)) : usageOf(context, sim));
	} else if (sim.air?.month.has(context.startMs / 1e3) || sim.beam?.month.has(context.startMs / 1e3)) context.unpriced.add(`SIMs of ${sim.subscription}: this bill is of coverage type ${input.coverageType}`);
	add(toLinesPart(dataLines(context, ...sharing)));
	add(toLinesPart(beamLines(context, sims)));
	return {
		parts,
		unpriced: [...context.unpriced].sort()
	};
}
function feesOf(context, sim) {
	const { card, nowMs, startMs, endMs } = context;
	if (card.basicFees.some(({ subscription, beyond }) => subscription === sim.subscription && beyond !== void 0)) return toLinesPart(basicLines(context, sim));
	return rememberLines(context, {
		sim,
		name: "fees",
		key: Math.ceil((Math.min(endMs, nowMs + 1) - startMs) / dayMs)
	}, (own) => basicLines(own, sim));
}
function usageOf(context, sim) {
	return rememberLines(context, {
		sim,
		name: "usage",
		key: sim.air?.times?.size ?? 0
	}, (own) => [...dataLines(own, sim), ...bundleLines(own, sim)]);
}
//#endregion
//#region src/rules/billing/month-total.ts
function monthTotal(parts, month, coupons, input) {
	const rate = taxRateOf(input, month);
	const isTaxedFirst = input.couponsApply === "afterTax";
	const byItem = sumParts(parts, "byItem");
	const applied = applyCoupons(byItem, coupons, isTaxedFirst ? 1 + rate : 1);
	const subtotal = toExact([...byItem.values()].reduce((sum, amount) => sum + amount, 0));
	const appliedCouponAmount = toExact([...applied.values()].reduce((sum, paid) => sum + paid, 0));
	const tax = toExact((isTaxedFirst ? subtotal : subtotal - appliedCouponAmount) * rate);
	const exact = Math.max(0, toExact(subtotal + tax - appliedCouponAmount));
	const { currency, rounding = roundingOf(currency, input) } = currencyOf(input.card, input.coverageType);
	return {
		currency,
		subtotal,
		tax,
		appliedCouponAmount,
		applied,
		amount: rounding ? round(exact, rounding) : exact
	};
}
function roundingOf(currency, { jpyRounding }) {
	return currency === "JPY" ? {
		decimals: 0,
		mode: jpyRounding
	} : void 0;
}
function round(amount, { decimals, mode }) {
	const unit = 10 ** decimals;
	return Math[mode](toWithoutRemains(amount * unit)) / unit;
}
function toWithoutRemains(amount) {
	return Number(amount.toFixed(6));
}
function taxRateOf({ card, coverageType }, month) {
	return card.taxRates.filter((tax) => tax.coverageType === coverageType && tax.fromMonth <= month).reduce((last, tax) => tax.fromMonth > last.fromMonth ? tax : last, {
		fromMonth: "",
		rate: 0
	}).rate;
}
function applyCoupons(byItem, coupons, factor) {
	const owed = new Map([...byItem].map(([item, amount]) => [item, amount * factor]));
	const applied = /* @__PURE__ */ new Map();
	for (const { couponCode, billItemName, balance } of coupons) {
		let left = balance;
		for (const item of billItemName === null ? owed.keys() : [billItemName]) {
			const paid = Math.min(left, owed.get(item) ?? 0);
			owed.set(item, (owed.get(item) ?? 0) - paid);
			left -= paid;
		}
		const paid = toExact(balance - left);
		if (paid > 0) applied.set(couponCode, paid);
	}
	return applied;
}
//#endregion
//#region src/rules/billing/bills-of-months.ts
function billsOfMonths(input, fromMonth, toMonth) {
	const thisMonth = toMonthText(input.nowMs, input.zoneOffsetMinutes);
	const farthest = shiftMonth(thisMonth, -18);
	const firstMonth = input.coupons.length > 0 && farthest < fromMonth ? farthest : fromMonth;
	const spent = /* @__PURE__ */ new Map();
	const coupons = [...input.coupons].sort(byExpiry);
	const bills = [];
	for (let month = firstMonth; month <= toMonth; month = shiftMonth(month, 1)) {
		const state = month < thisMonth ? "closed" : "open";
		const usable = state === "closed" ? usableCoupons(coupons, spent, month) : [];
		const priced = monthLines(input, month);
		const total = monthTotal(priced.parts, month, usable, input);
		for (const [code, paid] of total.applied) spent.set(code, (spent.get(code) ?? 0) + paid);
		if (month >= fromMonth) bills.push({
			month,
			state,
			...priced,
			...total
		});
	}
	return bills;
}
function byExpiry(left, right) {
	if (left.expiryYearMonth === right.expiryYearMonth) return 0;
	return left.expiryYearMonth < right.expiryYearMonth ? -1 : 1;
}
function usableCoupons(coupons, spent, month) {
	return coupons.filter(({ firstYearMonth, expiryYearMonth }) => (firstYearMonth ?? "") <= month && expiryYearMonth >= month).map(({ couponCode, billItemName, amount }) => ({
		couponCode,
		billItemName,
		balance: amount - (spent.get(couponCode) ?? 0)
	}));
}
//#endregion
//#region src/rules/billing/bill-of-month.ts
function billOfMonth(input, month) {
	const [bill] = billsOfMonths(input, month, month);
	return bill && bill.parts.length > 0 ? bill : void 0;
}
//#endregion
//#region src/rules/csv.ts
function toCsv(columns, rows) {
	const lines = [toLine(columns)];
	for (const row of rows) lines.push(toLine(row));
	return `\uFEFF${lines.join("\n")}\n`;
}
function toLine(row) {
	return row.map(toField).join(",");
}
function toField(value) {
	if (typeof value === "number") return toPlainNumber(value);
	if (value === null) return "";
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
function toPlainNumber(value) {
	const text = String(value);
	if (!text.includes("e-")) return text;
	const [mantissa = "", exponent] = text.split("e-");
	return `${mantissa.startsWith("-") ? "-" : ""}0.${"0".repeat(Number(exponent) - 1)}${mantissa.replace(/[-.]/g, "")}`;
}
//#endregion
//#region src/rules/csv-labels.ts
function toCsvLabels(sims) {
	const byImsi = new Map([...sims].map((sim) => [sim.imsi, sim]));
	const names = [...new Set([...byImsi.values()].flatMap(({ tags }) => [...tags.keys()]))].sort();
	const hasGroups = [...byImsi.values()].some(({ groupName }) => groupName !== void 0);
	return {
		columns: [...names, ...hasGroups ? ["group"] : []],
		of(imsi) {
			const sim = byImsi.get(imsi);
			const values = names.map((name) => sim?.tags.get(name) ?? "");
			return hasGroups ? [...values, sim?.groupName ?? ""] : values;
		}
	};
}
const noCsvLabels = Object.freeze({
	columns: [],
	of: () => []
});
//#endregion
//#region src/rules/billing/to-bill-csv.ts
function toBillCsv({ parts }, labels = noCsvLabels) {
	return toCsv([
		"imsi",
		"date",
		"billItemName",
		"unitPrice",
		"quantity",
		"amount",
		...labels.columns
	], toRows$1(parts, labels));
}
function* toRows$1(parts, labels) {
	for (const { lines } of parts) for (const { imsi, date, billItemName, unitPrice, quantity, amount } of lines) yield [
		imsi,
		date,
		billItemName,
		unitPrice,
		quantity,
		amount,
		...labels.of(imsi)
	];
}
//#endregion
//#region src/rules/billing/to-monthly-bill.ts
function toMonthlyBill({ month, amount, appliedCouponAmount, currency, state }, paymentTransactionId) {
	const bill = {
		yearMonth: month,
		amount,
		appliedCouponAmount,
		currency
	};
	if (state === "open") return {
		...bill,
		state: "temporary"
	};
	return {
		...bill,
		state,
		...paymentTransactionId ? {
			paymentStatus: "paid",
			paymentTransactionId
		} : {}
	};
}
//#endregion
//#region src/rules/billing/to-bill-history.ts
function toBillHistory(bills, transactionIdOf = () => void 0) {
	const final = bills.filter(({ state, parts }) => state === "closed" && parts.length > 0);
	final.sort((left, right) => left.month < right.month ? 1 : -1);
	return { billList: final.map((bill) => toMonthlyBill(bill, transactionIdOf(bill))) };
}
//#endregion
//#region src/rules/billing/to-daily-bills.ts
function toDailyBills({ parts, currency }) {
	return { billList: [...sumBy(dailyLines(parts), ({ date }) => date)].sort(([left], [right]) => left < right ? 1 : -1).map(([date, amount]) => ({
		date,
		amount,
		currency
	})) };
}
function* dailyLines(parts) {
	for (const { lines } of parts) for (const line of lines) if (line.date.length === 8) yield line;
}
//#endregion
//#region src/rules/billing/to-item-summary.ts
function toItemSummary(bills, nowMs) {
	return [...bills].sort((left, right) => left.month < right.month ? 1 : -1).map(({ month, currency, parts }) => ({
		yearMonth: month,
		currency,
		updatedTime: Math.floor(nowMs / 1e3),
		costBreakdownList: [...sumParts(parts, "byItem")].sort(([, left], [, right]) => right - left).map(([billItemName, amount]) => ({
			billItemName,
			amount
		}))
	}));
}
//#endregion
//#region src/rules/billing/to-latest-bill.ts
function toLatestBill({ amount, currency }, nowMs, zoneOffsetMinutes = 0) {
	return {
		amount,
		currency,
		lastEvaluatedTime: toSecondText(nowMs, zoneOffsetMinutes)
	};
}
//#endregion
//#region src/rules/billing/to-sim-summary.ts
function toSimSummary(bills, nowMs) {
	return [...bills].sort((left, right) => left.month < right.month ? 1 : -1).map(({ month, currency, parts }) => ({
		yearMonth: month,
		currency,
		updatedTime: Math.floor(nowMs / 1e3),
		costBreakdownList: [...sumParts(parts, "byImsi")].sort(([, left], [, right]) => right - left).slice(0, mostSims).map(([simId, amount]) => ({
			simId,
			amount
		}))
	}));
}
const mostSims = 100;
//#endregion
//#region src/state/bills.ts
function billInputOf(world, operator) {
	const { couponsApply, jpyRounding, bucketZoneOffsetMinutes } = world.settings;
	return {
		coverageType: billedCoverageType(operator.coverageTypes),
		sims: [...simsOf(world, operator), ...operator.formerSims],
		coupons: [...operator.couponCodes].flatMap((code) => world.coupons.get(code) ?? []),
		card: world.rateCard,
		couponsApply,
		jpyRounding,
		zoneOffsetMinutes: bucketZoneOffsetMinutes,
		nowMs: world.clock.now(),
		cache: world.billLines
	};
}
function* simsOf(world, { imsis }) {
	for (const imsi of keysAfter(imsis)) {
		const sim = world.sims.get(imsi);
		if (sim) yield sim;
	}
}
//#endregion
//#region src/state/csv-labels-of.ts
function csvLabelsOf(world, operator, imsis) {
	return toCsvLabels([...new Set(imsis)].flatMap((imsi) => {
		const sim = world.sims.get(imsi);
		if (sim?.operatorId !== operator.operatorId) return [];
		const group = operator.groups.get(sim.groupId ?? "");
		return [{
			imsi,
			tags: sim.tags,
			groupName: group && (group.tags.get("name") ?? "")
		}];
	}));
}
//#endregion
//#region src/state/payment-ids.ts
function paymentIdsOf(world, operator, what, paidMs) {
	const present = operator.paymentIds.get(what);
	if (present) return present;
	const transactionId = `${toDigits(paidMs).slice(0, 17)}_${world.ids.uuid()}`;
	const ids = {
		statementId: world.ids.uuid(),
		transactionId
	};
	operator.paymentIds.set(what, ids);
	return ids;
}
//#endregion
//#region src/rules/files-path.ts
const filesPath = "/_files/";
//#endregion
//#region src/state/exports.ts
const linkLifeMs = 1728e5;
function addExport(world, operator, { name, text, delayMs }) {
	const readyMs = world.clock.now() + delayMs;
	const exported = {
		operatorId: operator.operatorId,
		exportId: `fe_${world.ids.uuid()}`,
		key: world.ids.text(40),
		name,
		text,
		readyMs,
		expiresMs: readyMs + linkLifeMs
	};
	world.exports.set(exported.key, exported);
	operator.exports.set(exported.exportId, exported);
	enqueue(world.exportExpiries, exported.expiresMs, exported.key);
	return exported;
}
function dropExpiredExports(world, nowMs) {
	for (let due = takeDue(world.exportExpiries, nowMs); due; due = takeDue(world.exportExpiries, nowMs)) {
		const exported = world.exports.get(due.key);
		if (!exported) continue;
		world.exports.delete(due.key);
		world.operators.get(exported.operatorId)?.exports.delete(exported.exportId);
	}
}
//#endregion
//#region src/operations/answer-export.ts
function answerExport({ world, operator, query, origin, nowMs }, what, text) {
	const mode = query.get("export_mode") || "sync";
	if (mode !== "sync" && mode !== "async") throw invalid("export_mode", mode);
	const exported = addExport(world, operator, {
		name: `${toSecondText(nowMs)}-${operator.operatorId}-${what}.csv`,
		text,
		delayMs: mode === "async" ? world.settings.exportDelayMs : 0
	});
	return ok(mode === "sync" ? { url: toFileUrl(origin, exported) } : {
		exportedFileId: exported.exportId,
		exportedFilePath: `//files/exported/${exported.exportId}`
	});
}
function toFileUrl(origin, { key, name }) {
	return `${origin}${filesPath}${key}/${name}`;
}
//#endregion
//#region src/rules/order-amounts.ts
function toOrderAmounts(productAmounts, shippingCost, taxRate) {
	const goods = productAmounts.reduce((sum, amount) => sum + amount, 0);
	const taxAmount = Math.floor(goods * taxRate);
	return {
		shippingCost,
		taxAmount,
		totalAmount: goods + shippingCost + taxAmount
	};
}
function orderTaxRate(timeMs) {
	return timeMs < Date.UTC(2019, 9, 1) ? .08 : .1;
}
//#endregion
//#region src/rules/discount-terms.ts
function toEndDate(startDate, termMonths) {
	const [year, month, day] = toParts(startDate);
	return toDayText(Date.UTC(year, month - 1 + termMonths, day - 1));
}
function isDayText(text) {
	if (!/^\d{8}$/.test(text)) return false;
	const [year, month, day] = toParts(text);
	return toDayText(Date.UTC(year, month - 1, day)) === text;
}
function toInitialCost(discount) {
	const { paymentType, unitPrice, quantity, termMonths, quotedMs } = discount;
	const amount = paymentType === "PREPAYMENT" ? unitPrice * quantity * termMonths : 0;
	return {
		amount,
		withTax: Math.floor(withTax(amount, quotedMs))
	};
}
function withTax(price, timeMs) {
	return toExact(price * (1 + orderTaxRate(timeMs)));
}
function toParts(text) {
	return [
		Number(text.slice(0, 4)),
		Number(text.slice(4, 6)),
		Number(text.slice(6, 8))
	];
}
//#endregion
//#region src/operations/views/order-view.ts
function toQuotationView$2(order, operator, settings) {
	const items = order.items.map(({ productCode, quantity }) => {
		const product = toProduct(productCode, settings);
		return {
			product,
			quantity,
			productAmount: product.price * quantity
		};
	});
	return {
		orderId: order.orderId,
		email: operator.email,
		currency: "JPY",
		orderItemList: items,
		...order.preferredDeliveryDate === void 0 ? {} : { preferredDeliveryDate: order.preferredDeliveryDate },
		shippingAddress: order.address.address,
		shippingAddressId: order.shippingAddressId,
		...toOrderAmounts(items.map(({ productAmount }) => productAmount), settings.shippingCostJpy, orderTaxRate(order.quotedMs))
	};
}
function toOrderView(order, operator, settings) {
	return {
		...toQuotationView$2(order, operator, settings),
		orderStatus: order.status ?? "ordering",
		orderDateTime: toSecondText(order.orderedMs ?? order.quotedMs, settings.orderZoneOffsetMinutes),
		...order.initialSetting === null ? {} : { resourceInitialSetting: order.initialSetting },
		...order.shippedMs === null ? {} : { shippingDateTime: toSecondText(order.shippedMs, settings.orderZoneOffsetMinutes) }
	};
}
function toProduct(productCode, settings) {
	const { subscription, simSize, contractType, priceJpy, count = 1 } = knownProducts.find((product) => product.productCode === productCode) ?? {};
	return {
		productCode,
		productName: subscription ? `SIM card of ${subscription}` : `Product ${productCode}`,
		productType: "sim",
		count,
		currency: "JPY",
		price: priceJpy ?? settings.unknownProductPriceJpy,
		properties: {
			...subscription ? { simSubscription: subscription } : {},
			...simSize ? { simSize } : {},
			...contractType ? { contractType } : {}
		},
		productImageURLs: []
	};
}
//#endregion
//#region src/operations/payments-of.ts
function paymentsOf(world, operator) {
	if (!operator.hasPaymentMethod) return [];
	const oldestMs = monthsBefore(world.clock.now(), 18);
	return [...paidMonths(world, operator), ...paidOrders(world, operator)].filter(({ amount, paidMs }) => amount > 0 && paidMs >= oldestMs).sort((left, right) => right.paidMs - left.paidMs).map((due) => ({
		...due,
		...paymentIdsOf(world, operator, due.month ?? due.orderId ?? "", due.paidMs)
	}));
}
function paidMsOf(world, month) {
	return monthStartMs(shiftMonth(month, 1), world.settings.bucketZoneOffsetMinutes);
}
function paidMonths(world, operator) {
	const last = shiftMonth(toMonthText(world.clock.now(), world.settings.bucketZoneOffsetMinutes), -1);
	return billsOfMonths(billInputOf(world, operator), shiftMonth(last, -17), last).map((bill) => ({
		month: bill.month,
		bill,
		paidMs: paidMsOf(world, bill.month),
		currency: bill.currency,
		subtotal: toExact(bill.subtotal - bill.appliedCouponAmount),
		tax: bill.tax,
		amount: bill.amount
	}));
}
function paidOrders(world, operator) {
	const dues = [];
	for (const order of operator.orders.values()) {
		if (order.shippedMs === null) continue;
		const { taxAmount: tax, totalAmount: amount } = toQuotationView$2(order, operator, world.settings);
		dues.push(toDue(order.orderId, order.shippedMs, amount - tax, tax));
	}
	for (const { orderId, orderedMs, amount, taxAmount } of operator.couponOrders.values()) if (orderedMs !== null) dues.push(toDue(orderId, orderedMs, amount, taxAmount));
	for (const discount of operator.discounts.values()) {
		const { amount, withTax } = toInitialCost(discount);
		if (discount.contractedMs !== null) dues.push(toDue(discount.orderId, discount.contractedMs, amount, withTax - amount));
	}
	return dues;
}
function toDue(orderId, paidMs, subtotal, tax) {
	return {
		orderId,
		paidMs,
		currency: "JPY",
		subtotal,
		tax,
		amount: subtotal + tax
	};
}
//#endregion
//#region src/operations/bills.ts
const monthsOfSummary = 4;
const billOperations = [
	{
		operationId: "getBillingHistory",
		handle(context) {
			const bills = lastBills(context, 19);
			return answer$1(context, toBillHistory(bills, (bill) => transactionIdOf(context, bill)), bills);
		}
	},
	{
		operationId: "getBilling",
		handle(context) {
			const bill = readBill(context);
			return answer$1(context, toMonthlyBill(bill, transactionIdOf(context, bill)), [bill]);
		}
	},
	{
		operationId: "getBillingPerDay",
		handle(context) {
			const bill = readBill(context);
			return answer$1(context, toDailyBills(bill), [bill]);
		}
	},
	{
		operationId: "getLatestBilling",
		handle(context) {
			const bills = lastBills(context, 1);
			const { nowMs, world } = context;
			return answer$1(context, toLatestBill(bills[0], nowMs, world.settings.bucketZoneOffsetMinutes), bills);
		}
	},
	{
		operationId: "getBillingSummaryOfBillItems",
		handle(context) {
			const bills = lastBills(context, monthsOfSummary);
			return answer$1(context, toItemSummary(bills, context.nowMs), bills);
		}
	},
	{
		operationId: "getBillingSummaryOfSims",
		handle(context) {
			const bills = lastBills(context, monthsOfSummary);
			return answer$1(context, toSimSummary(bills, context.nowMs), bills);
		}
	},
	{
		operationId: "exportBilling",
		handle: (context) => exportBill(context, readBill(context))
	},
	{
		operationId: "exportLatestBilling",
		handle: (context) => exportBill(context, lastBills(context, 1)[0])
	}
];
function lastBills({ world, operator, nowMs }, count) {
	const thisMonth = toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes);
	return billsOfMonths(billInputOf(world, operator), shiftMonth(thisMonth, 1 - count), thisMonth);
}
function readBill({ world, operator, params, nowMs }) {
	const month = params.yyyyMM ?? "";
	const thisMonth = toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes);
	const bill = isMonthText(month) && month <= thisMonth && month >= shiftMonth(thisMonth, -18) ? billOfMonth(billInputOf(world, operator), month) : void 0;
	if (!bill) throw notFound("bill", month);
	return bill;
}
function transactionIdOf({ world, operator }, { month, state, amount }) {
	if (state === "open" || amount === 0 || !operator.hasPaymentMethod) return void 0;
	return paymentIdsOf(world, operator, month, paidMsOf(world, month)).transactionId;
}
function exportBill(context, bill) {
	const { world, operator } = context;
	const labels = csvLabelsOf(world, operator, bill.parts.flatMap(({ byImsi }) => [...byImsi.keys()]));
	const { headers, ...exported } = answerExport(context, `billing-${bill.month}`, toBillCsv(bill, labels));
	return {
		...exported,
		headers: {
			...headers,
			...toNotes(context, [bill])
		}
	};
}
function answer$1(context, body, bills) {
	return ok(body, toNotes(context, bills));
}
function toNotes({ world, operator }, bills) {
	const discounted = bills.some(({ month }) => [...operator.discounts.values()].some(({ contractId, startDate, endDate }) => contractId !== null && startDate.slice(0, 6) <= month && endDate.slice(0, 6) >= month));
	const unpriced = new Set([...bills.flatMap((bill) => bill.unpriced), ...discounted ? ["long-term discounts: how a bill shows them is not known"] : []]);
	if (unpriced.size > 0 && world.settings.onGap === "refuse") throw new ApiFailure("EMU0230", [world.rateCard.name, [...unpriced].join("; ")]);
	return {
		"x-soracom-emulator-tariff": world.rateCard.name,
		...unpriced.size > 0 ? { "x-soracom-emulator-unpriced": [...unpriced].join("; ") } : {}
	};
}
//#endregion
//#region src/rules/billing/coupon-balances.ts
function couponBalances(input) {
	const balances = new Map(input.coupons.map(({ couponCode, amount }) => [couponCode, amount]));
	if (balances.size === 0) return balances;
	const thisMonth = toMonthText(input.nowMs, input.zoneOffsetMinutes);
	for (const { applied } of billsOfMonths(input, shiftMonth(thisMonth, -18), shiftMonth(thisMonth, -1))) for (const [code, paid] of applied) balances.set(code, (balances.get(code) ?? 0) - paid);
	return balances;
}
//#endregion
//#region src/operations/views/coupon-view.ts
function toCouponView({ couponCode, amount, billItemName, expiryYearMonth, orderId }, { rateCard, operator }, balance = amount) {
	const { currency } = currencyOf(rateCard, billedCoverageType(operator.coverageTypes));
	const coupon = {
		amount,
		balance,
		billItemName,
		couponCode,
		currency,
		expiryYearMonth
	};
	return orderId === null ? coupon : {
		...coupon,
		orderId
	};
}
//#endregion
//#region src/operations/coupons.ts
const largestAmount = 2 ** 31 - 1;
const couponOperations = [
	{
		operationId: "sandboxCreateCoupon",
		handle({ world, operator, body, nowMs }) {
			const request = readBody$2(createCouponRequestSchema, body);
			const { defaultCoupon } = world.settings;
			const expiryYearMonth = request.expiryYearMonth ?? shiftMonth(toMonthText(nowMs), defaultCoupon.months);
			if (!isMonthText(expiryYearMonth)) throw invalid("expiryYearMonth", expiryYearMonth);
			const amount = request.amount ?? defaultCoupon.amount;
			if (!Number.isInteger(amount) || amount < 0 || amount > largestAmount) throw invalid("amount", amount);
			const coupon = {
				couponCode: toCouponCode(world),
				amount,
				billItemName: request.applicableBillItemName ?? defaultCoupon.billItemName,
				firstYearMonth: null,
				expiryYearMonth,
				operatorId: void 0,
				registeredMs: null,
				orderId: null
			};
			world.coupons.set(coupon.couponCode, coupon);
			operator.madeCouponCodes.add(coupon.couponCode);
			const { couponCode, billItemName } = coupon;
			return ok({
				amount,
				balance: amount,
				billItemName,
				couponCode,
				expiryYearMonth
			});
		}
	},
	{
		operationId: "listCoupons",
		handle({ world, operator }) {
			const balances = couponBalances(billInputOf(world, operator));
			return ok({ couponList: [...operator.couponCodes].flatMap((code) => world.coupons.get(code) ?? []).map((coupon) => toCouponView(coupon, {
				rateCard: world.rateCard,
				operator
			}, balances.get(coupon.couponCode))) });
		}
	},
	{
		operationId: "registerCoupon",
		handle({ world, operator, params, nowMs }) {
			const code = params.coupon_code ?? "";
			const coupon = world.coupons.get(code);
			if (!coupon) throw new ApiFailure("EMU0005", ["coupon", code], 400);
			if (coupon.operatorId !== void 0) throw new ApiFailure("EMU0010", [code]);
			coupon.operatorId = operator.operatorId;
			coupon.registeredMs = nowMs;
			operator.couponCodes.add(code);
			operator.madeCouponCodes.delete(code);
			return ok(toCouponView(coupon, {
				rateCard: world.rateCard,
				operator
			}));
		}
	}
];
function toCouponCode({ ids }) {
	return ids.text(16).toUpperCase();
}
//#endregion
//#region src/operations/quotations.ts
const quotationLifeMs = 31 * 864e5;
function checkConfirmable(operator, nowMs, quotation) {
	const { orderId, state, quotedMs, expires } = quotation;
	if (state !== void 0) throw new ApiFailure("EMU0013", [
		orderId,
		state,
		"confirmed"
	]);
	if (expires && nowMs - quotedMs > quotationLifeMs) throw new ApiFailure("EMU0014", [orderId]);
	if (!operator.hasPaymentMethod) throw new ApiFailure("EMU0012");
}
function toOrderId({ ids, settings }, nowMs) {
	return `${toSecondText(nowMs, settings.orderZoneOffsetMinutes)}_${ids.hex(8)}`;
}
//#endregion
//#region src/operations/coupon-orders.ts
const monthsOfLife = 13;
const leastYen = 1e3;
const mostYen = 1e7;
const couponOrderOperations = [{
	operationId: "createCouponQuotation",
	handle({ world, operator, body, nowMs }) {
		const { amount } = readBody$2(couponQuotationRequestSchema, body);
		if (!operator.coverageTypes.has("jp")) throw new ApiFailure("EMU0190", ["Coupons"]);
		if (!Number.isInteger(amount) || amount < leastYen || amount > mostYen) throw invalid("amount", amount);
		const { couponTaxRate, bucketZoneOffsetMinutes } = world.settings;
		const order = {
			orderId: toOrderId(world, nowMs),
			amount,
			taxAmount: Math.floor(amount * couponTaxRate),
			expiryYearMonth: shiftMonth(toMonthText(nowMs, bucketZoneOffsetMinutes), monthsOfLife),
			quotedMs: nowMs,
			couponCode: null,
			orderedMs: null
		};
		operator.couponOrders.set(order.orderId, order);
		return created(toQuotationView$1(order));
	}
}, {
	operationId: "confirmCouponOrder",
	handle({ world, operator, params, nowMs }) {
		const orderId = params.order_id ?? "";
		const order = operator.couponOrders.get(orderId);
		if (!order) throw notFound("order", orderId);
		const { quotedMs, amount, expiryYearMonth } = order;
		checkConfirmable(operator, nowMs, {
			orderId,
			state: order.couponCode === null ? void 0 : "ordered",
			quotedMs,
			expires: world.settings.everyQuotationExpires
		});
		const coupon = {
			couponCode: toCouponCode(world),
			amount,
			billItemName: null,
			firstYearMonth: shiftMonth(expiryYearMonth, -monthsOfLife),
			expiryYearMonth,
			operatorId: operator.operatorId,
			registeredMs: nowMs,
			orderId
		};
		world.coupons.set(coupon.couponCode, coupon);
		operator.couponCodes.add(coupon.couponCode);
		order.couponCode = coupon.couponCode;
		order.orderedMs = nowMs;
		return ok(toCouponView(coupon, {
			rateCard: world.rateCard,
			operator
		}));
	}
}];
function toQuotationView$1({ orderId, amount, taxAmount, expiryYearMonth }) {
	return {
		orderId,
		amount,
		currency: "JPY",
		expiryYearMonth,
		taxAmount,
		totalAmount: amount + taxAmount
	};
}
//#endregion
//#region src/operations/credentials.ts
const credentialOperations = [
	{
		operationId: "listCredentials",
		handle: ({ world: { settings }, operator }) => ok([...operator.account.credentials.values()].map((state) => toView$6(state, settings)))
	},
	{
		operationId: "createCredential",
		handle({ world, operator, params: { credentials_id: credentialsId = "" }, body, nowMs }) {
			const { type, description = null, credentials = {} } = readRequest(body, world.settings);
			if (type === void 0) throw new ApiFailure("COM0008", ["may not be empty:type"]);
			if (operator.account.credentials.has(credentialsId)) throw unlistedDuplicate(world, "credentials", credentialsId);
			const state = {
				credentialsId,
				createdMs: nowMs,
				modifiedMs: nowMs,
				type,
				description,
				names: Object.keys(credentials)
			};
			operator.account.credentials.set(credentialsId, state);
			return created(toView$6(state, world.settings));
		}
	},
	{
		operationId: "updateCredential",
		handle({ world: { settings }, operator, params: { credentials_id: credentialsId = "" }, body, nowMs }) {
			const { type, description, credentials } = readRequest(body, settings);
			const state = operator.account.credentials.get(credentialsId);
			if (!state) throw invalid("credentials_id", credentialsId);
			if (type !== void 0) state.type = type;
			if (description !== void 0) state.description = description;
			if (credentials !== void 0) state.names = Object.keys(credentials);
			state.modifiedMs = nowMs;
			return ok(toView$6(state, settings));
		}
	},
	{
		operationId: "deleteCredential",
		handle({ operator, params: { credentials_id: credentialsId = "" } }) {
			if (!operator.account.credentials.delete(credentialsId)) throw notFound("credentials", credentialsId);
			return noContent;
		}
	}
];
function readRequest(body, { credentialTypes }) {
	const request = readBody$2(credentialRequestSchema, body);
	const listed = requestedCredentialTypes;
	if (request.type !== void 0 && credentialTypes === "listed" && !listed.includes(request.type)) throw new ApiFailure("COM0008", ["invalid value:type"]);
	return request;
}
function toView$6(state, { credentialValues }) {
	const { credentialsId, type, description, names, createdMs, modifiedMs } = state;
	return {
		credentialsId,
		type,
		description,
		credentials: credentialValues === "omitted" ? {} : Object.fromEntries(names.map((name) => [name, "********"])),
		createDateTime: Math.floor(createdMs / 1e3),
		updateDateTime: Math.floor(modifiedMs / 1e3),
		lastUsedDateTime: null
	};
}
//#endregion
//#region src/state/data-entries.ts
function dataEntriesOf({ dataEntries }, resource) {
	return dataEntries.get(toKey(resource));
}
function toKey({ resourceType, resourceId }) {
	return `${resourceType}/${resourceId}`;
}
//#endregion
//#region src/operations/data-entries-page.ts
function dataEntriesPage(context, resource) {
	const { operator, query } = context;
	const sort = readWord(query, "sort", ["desc", "asc"]) ?? "desc";
	return timedPage(context, dataEntriesOf(operator.account, resource) ?? createTimedList(), {
		fromMs: readInteger(query, "from"),
		toMs: readInteger(query, "to"),
		order: sort === "asc" ? "oldestFirst" : "newestFirst",
		toRow: (entry) => toDataEntryView(resource, entry),
		defaultLimit: 10,
		maxLimit: 1e3
	});
}
function toDataEntryView({ resourceType, resourceId }, entry) {
	const { timeMs, contentType, content, category } = entry;
	return {
		resourceType,
		resourceId,
		time: timeMs,
		contentType,
		content,
		category
	};
}
//#endregion
//#region src/operations/data-entries.ts
const dataEntryOperations = [
	{
		operationId: "getDataEntries",
		handle: (context) => dataEntriesPage(context, readResource(context))
	},
	{
		operationId: "getDataEntry",
		handle(context) {
			const resource = readResource(context);
			const timeMs = readTime$2(context);
			const entries = dataEntriesOf(context.operator.account, resource);
			const entry = entries && entryAt(entries, timeMs);
			if (!entry) throw notFound("data entry", String(timeMs));
			return ok(toDataEntryView(resource, entry));
		}
	},
	{
		operationId: "deleteDataEntry",
		handle(context) {
			const timeMs = readTime$2(context);
			const entries = dataEntriesOf(context.operator.account, readResource(context));
			if (entries) removeEntry(entries, timeMs);
			return noContent;
		}
	}
];
function readResource({ params: { resource_type: wanted, resource_id: resourceId = "" } }) {
	const resourceType = dataResourceTypes.find((type) => type === wanted);
	if (!resourceType) throw invalid("resource_type", wanted);
	return {
		resourceType,
		resourceId
	};
}
function readTime$2({ params: { time = "" } }) {
	if (!/^\d{1,15}$/.test(time)) throw invalid("time", time);
	return Number(time);
}
//#endregion
//#region src/operations/find-sim.ts
function findSim(world, operator, imsi) {
	const sim = world.sims.get(imsi);
	if (sim?.operatorId !== operator.operatorId) throw notFound("subscriber", imsi);
	return sim;
}
//#endregion
//#region src/rules/has-sms.ts
function hasSms(subscription) {
	return subscription === "plan01s";
}
//#endregion
//#region src/operations/views/session-status.ts
function toSessionStatus({ createdMs }) {
	return {
		online: false,
		lastUpdatedAt: createdMs,
		imei: null,
		location: null,
		ueIpAddress: null,
		dnsServers: null
	};
}
//#endregion
//#region src/operations/views/subscriber-view.ts
const apn = "soracom-sandbox.io";
function toSubscriberView(sim) {
	return {
		imsi: sim.imsi,
		msisdn: sim.msisdn,
		simId: sim.imsi,
		iccid: sim.imsi,
		serialNumber: sim.serialNumber,
		operatorId: sim.operatorId ?? placeholderOperatorId,
		subscription: sim.subscription,
		bundles: [...sim.bundles],
		status: sim.status,
		speedClass: sim.speedClass,
		type: sim.speedClass,
		moduleType: sim.moduleType,
		plan: toPlanNumber(sim),
		apn,
		ipAddress: sim.ipAddress,
		groupId: sim.groupId,
		tags: Object.fromEntries(sim.tags),
		createdAt: sim.createdMs,
		createdTime: sim.createdMs,
		lastModifiedAt: sim.modifiedMs,
		lastModifiedTime: sim.modifiedMs,
		registeredTime: sim.registeredMs ?? null,
		expiredAt: sim.expiryMs,
		expiryTime: sim.expiryMs,
		expiryAction: sim.expiryAction,
		terminationEnabled: sim.terminationEnabled,
		renewalFeeStatusSetTime: sim.renewalFeeStatusSetMs,
		sessionStatus: toSessionStatus(sim),
		imeiLock: sim.imeiLock
	};
}
function toCreatedView(sim) {
	return {
		imsi: sim.imsi,
		msisdn: sim.msisdn,
		serialNumber: sim.serialNumber ?? "",
		registrationSecret: sim.registrationSecret ?? "",
		operatorId: placeholderOperatorId,
		ipAddress: sim.ipAddress,
		apn,
		type: sim.speedClass,
		iccid: sim.imsi,
		simId: sim.imsi,
		moduleType: sim.moduleType,
		plan: toPlanNumber(sim),
		subscription: sim.subscription,
		sessionStatus: { online: 0 },
		tags: {}
	};
}
const placeholderOperatorId = "OP9999999999";
function toPlanNumber({ subscription }) {
	return hasSms(subscription) ? 1 : 0;
}
//#endregion
//#region src/operations/device-traces.ts
const deviceTraceOperations = [
	{
		operationId: "getDataFromSim",
		handle: (context) => dataOf(context, "Sim", context.params.sim_id)
	},
	{
		operationId: "getDataFromSubscriber",
		handle: (context) => dataOf(context, "Subscriber", context.params.imsi)
	},
	{
		operationId: "listSimSessionEvents",
		handle: (context) => sessionEventsOf(context, context.params.sim_id)
	},
	{
		operationId: "listSessionEvents",
		handle: (context) => sessionEventsOf(context, context.params.imsi)
	},
	{
		operationId: "reportLocalInfo",
		handle(context) {
			const sim = ownSim(context, context.params.imsi);
			if (!context.world.settings.localInfoSubscriptions.includes(sim.subscription)) throw new ApiFailure("EMU0183", [sim.imsi]);
			return {
				status: 202,
				body: toSubscriberView(sim)
			};
		}
	}
];
function dataOf(context, resourceType, id) {
	const { imsi: resourceId } = ownSim(context, id);
	return dataEntriesPage(context, {
		resourceType,
		resourceId
	});
}
function sessionEventsOf(context, imsi) {
	ownSim(context, imsi);
	readInteger(context.query, "from");
	readInteger(context.query, "to");
	return ok([]);
}
function ownSim({ world, operator }, imsi = "") {
	return findSim(world, operator, imsi);
}
//#endregion
//#region src/rules/password.ts
function isAcceptablePassword(password) {
	return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,100}$/s.test(password);
}
function isEmailAddress(text) {
	return /^[^\s@]+@[^\s@]+$/.test(text);
}
//#endregion
//#region src/state/mailbox.ts
function putMail({ mailboxes }, mail) {
	const box = mailboxes.get(mail.email) ?? [];
	box.push(mail);
	if (box.length > mailsOfAddress) box.shift();
	mailboxes.delete(mail.email);
	mailboxes.set(mail.email, box);
	if (mailboxes.size > addresses) mailboxes.delete(mailboxes.keys().next().value ?? "");
}
function dropMails({ mailboxes }, { operatorId, email, account }) {
	for (const address of new Set([email, ...account.mailedTo])) {
		const kept = mailboxes.get(address)?.filter((mail) => !(mail.operatorId === operatorId || mail.kind === "signup" && address === email));
		if (kept?.length) mailboxes.set(address, kept);
		else mailboxes.delete(address);
	}
}
const mailsOfAddress = 20;
const addresses = 1e4;
//#endregion
//#region src/state/mail-tokens.ts
function sendMailToken(world, operator, { kind, email }) {
	const nowMs = world.clock.now();
	const token = world.ids.text(64);
	const expiresMs = nowMs + world.settings.mailTokenLifetimeSeconds * 1e3;
	world.mailTokens.set(token, {
		kind,
		operatorId: operator.operatorId,
		email,
		expiresMs
	});
	const { mailTokens, mailedTo } = operator.account;
	mailTokens.add(token);
	mailedTo.add(email);
	for (const oldest of mailTokens) {
		if (mailTokens.size <= tokensOfOperator) break;
		forgetMailToken(world, operator, oldest);
	}
	putMail(world, {
		kind,
		email,
		token,
		operatorId: operator.operatorId,
		sentMs: nowMs
	});
}
function forgetMailToken(world, operator, token) {
	world.mailTokens.delete(token);
	operator.account.mailTokens.delete(token);
}
const tokensOfOperator = 100;
//#endregion
//#region src/operations/find-mail-token.ts
function findMailToken(world, { token, kind, nowMs }) {
	const state = world.mailTokens.get(token);
	const operator = world.operators.get(state?.operatorId ?? "");
	if (state?.kind !== kind || !operator) throw new ApiFailure("COM0006");
	if (state.expiresMs <= nowMs) throw new ApiFailure("EMU0017", [], 404);
	return {
		operator,
		email: state.email
	};
}
//#endregion
//#region src/operations/emails.ts
const emailOperations = [
	{
		operationId: "issueAddEmailToken",
		handle(context) {
			const { world, operator, body } = context;
			checkRootUser(context);
			const { email, password } = readBody$2(issueAddEmailTokenRequestSchema, body);
			if (password !== operator.password) throw invalid("password", "***");
			if (!isEmailAddress(email)) throw new ApiFailure("COM0008", ["not a well-formed email address:email"]);
			checkRoom(world, operator, email);
			sendMailToken(world, operator, {
				kind: "addEmail",
				email
			});
			return ok();
		}
	},
	{
		operationId: "verifyAddEmailToken",
		open: true,
		handle({ world, body, nowMs }) {
			const { token } = readBody$2(verifyAddEmailTokenRequestSchema, body);
			const { operator, email } = findMailToken(world, {
				token,
				kind: "addEmail",
				nowMs
			});
			checkRoom(world, operator, email);
			const emailId = world.ids.uuid();
			operator.account.emails.set(emailId, {
				emailId,
				email,
				createdMs: nowMs
			});
			forgetMailToken(world, operator, token);
			return {
				...ok(),
				operatorId: operator.operatorId
			};
		}
	},
	{
		operationId: "listEmails",
		handle(context) {
			checkRootUser(context);
			return ok([...context.operator.account.emails.values()].map(toView$5));
		}
	},
	{
		operationId: "getEmail",
		handle: (context) => ok(toView$5(find$5(context)))
	},
	{
		operationId: "deleteEmail",
		handle(context) {
			const { emailId, email } = find$5(context);
			if (email === context.operator.email) throw new ApiFailure("EMU0145");
			context.operator.account.emails.delete(emailId);
			return noContent;
		}
	}
];
function checkRootUser({ session }) {
	if (session.user) throw new ApiFailure("EMU0016", ["Email"], 400);
}
function checkRoom({ settings }, { account: { emails } }, email) {
	for (const known of emails.values()) if (known.email === email) throw new ApiFailure("EMU0010", [email]);
	if (emails.size >= settings.maxEmails) throw new ApiFailure("EMU0144", [settings.maxEmails, "email addresses"]);
}
function find$5({ world, operator, params: { email_id: emailId = "" } }) {
	const email = operator.account.emails.get(emailId);
	if (!email) throw unlistedNotFound(world, "email", emailId);
	return email;
}
function toView$5({ emailId, email, createdMs }) {
	const createDateTime = Math.floor(createdMs / 1e3);
	return {
		emailId,
		email,
		verified: true,
		createDateTime,
		updateDateTime: createDateTime
	};
}
//#endregion
//#region src/rules/event-target.ts
const eventTargets = [
	"operator",
	"imsi",
	"sim",
	"group"
];
const eventTargetKeys = {
	operator: "targetOperatorId",
	imsi: "targetImsi",
	sim: "targetSimId",
	group: "targetGroupId"
};
function eventTargetsOf(request) {
	return eventTargets.flatMap((kind) => {
		const id = request[eventTargetKeys[kind]];
		return id ? [{
			kind,
			id
		}] : [];
	});
}
//#endregion
//#region src/rules/event-handler-problem.ts
function eventHandlerProblem({ ruleConfig, actionConfigList }) {
	const ofActions = actionConfigList.map((action, at) => actionProblem(action, `actionConfigList.${at}.properties`));
	return ruleProblem(ruleConfig, "ruleConfig.properties") ?? ofActions.find((problem) => problem !== void 0);
}
function mayLockImei({ ruleConfig: { type, properties } }) {
	return type === "SubscriberSessionStatusRule" && properties.hasImei === true;
}
function ruleProblem({ type, properties }, at) {
	const { needs, dates } = eventRules[type];
	if (needs !== void 0 && isMissing(properties[needs])) return {
		where: `${at}.${needs}`,
		what: "missing"
	};
	if (!dates.includes(properties.inactiveTimeoutDateConst)) return {
		where: `${at}.inactiveTimeoutDateConst`,
		what: "invalid"
	};
	if (properties.inactiveTimeoutDateConst === "NEVER" && !isMissing(properties.inactiveTimeoutOffsetMinutes)) return {
		where: `${at}.inactiveTimeoutOffsetMinutes`,
		what: "invalid"
	};
}
function actionProblem({ type, properties }, at) {
	const hasKeys = !(isMissing(properties.accessKey) || isMissing(properties.secretAccessKey));
	const missing = eventActions[type].find((name) => isMissing(properties[name]) && !(name === "credentialsId" && hasKeys));
	return missing && {
		where: `${at}.${missing}`,
		what: "missing"
	};
}
function isMissing(value) {
	return value === void 0 || value === null || value === "";
}
//#endregion
//#region src/operations/read-event-handler.ts
function readEventHandler(context, replaced) {
	const request = readBody$2(eventHandlerRequestSchema, context.body);
	const { name, description = null, status, ruleConfig, actionConfigList } = request;
	const problem = eventHandlerProblem(request);
	if (problem) throw new ApiFailure("COM0008", [`${problem.what === "missing" ? "may not be empty" : "invalid value"}:${problem.where}`]);
	if (actionConfigList.length > actionsOfHandler) throw new ApiFailure("EMU0144", [actionsOfHandler, "actions"]);
	if (actionConfigList.some(({ type }) => type === "ImeiLockAction") && !mayLockImei(request)) throw new ApiFailure("EMU0147");
	const [target, ...others] = eventTargetsOf(request);
	if (!target || others.length > 0) throw new ApiFailure("EMU0146", [target ? others.length + 1 : 0]);
	checkTarget(context, target, replaced);
	return {
		target,
		config: {
			name,
			description,
			status,
			ruleConfig,
			actionConfigList: actionConfigList.map(withoutSecret)
		}
	};
}
const actionsOfHandler = 5;
const handlersOfTarget = 10;
function checkTarget({ world, operator }, { kind, id }, replaced) {
	const { operatorId, groups, account } = operator;
	const isOwn = {
		operator: () => id === operatorId,
		group: () => groups.has(id),
		imsi: () => world.sims.get(id)?.operatorId === operatorId,
		sim: () => world.sims.get(id)?.operatorId === operatorId
	}[kind];
	if (!isOwn()) throw invalid(eventTargetKeys[kind], id);
	let handlers = 0;
	for (const other of account.eventHandlers.values()) if (other !== replaced && other.target.kind === kind && other.target.id === id) handlers += 1;
	if (handlers >= handlersOfTarget) throw new ApiFailure("EMU0144", [handlersOfTarget, "event handlers of one target"]);
}
function withoutSecret(action) {
	if (!action.properties.secretAccessKey) return action;
	return {
		...action,
		properties: {
			...action.properties,
			secretAccessKey: "********"
		}
	};
}
//#endregion
//#region src/operations/views/event-handler-view.ts
function toEventHandlerView({ handlerId, target, config }) {
	return {
		handlerId,
		targetOperatorId: null,
		targetGroupId: null,
		targetImsi: null,
		targetSimId: null,
		[eventTargetKeys[target.kind]]: target.id,
		...config
	};
}
//#endregion
//#region src/operations/event-handlers.ts
const eventHandlerOperations = [
	{
		operationId: "listEventHandlers",
		handle({ operator, query }) {
			const target = readWord(query, "target", eventTargets);
			return ok([...operator.account.eventHandlers.values()].filter((state) => !target || state.target.kind === target).map(toEventHandlerView));
		}
	},
	{
		operationId: "createEventHandler",
		handle(context) {
			const { world, operator } = context;
			const state = {
				...readEventHandler(context),
				handlerId: world.ids.uuid(),
				ignoredImsis: /* @__PURE__ */ new Set()
			};
			operator.account.eventHandlers.set(state.handlerId, state);
			return created(toEventHandlerView(state));
		}
	},
	{
		operationId: "getEventHandler",
		handle: ({ operator, params }) => ok(toEventHandlerView(find$4(operator, params.handler_id)))
	},
	{
		operationId: "updateEventHandler",
		handle(context) {
			const { handler_id: handlerId = "" } = context.params;
			const state = context.operator.account.eventHandlers.get(handlerId);
			if (!state) throw invalid("handler_id", handlerId);
			Object.assign(state, readEventHandler(context, state));
			return ok();
		}
	},
	{
		operationId: "deleteEventHandler",
		handle({ operator, params }) {
			operator.account.eventHandlers.delete(find$4(operator, params.handler_id).handlerId);
			return noContent;
		}
	},
	{
		operationId: "listEventHandlersBySubscriber",
		handle({ world, operator, params: { imsi = "" } }) {
			const { groupId } = findSim(world, operator, imsi);
			const { ignoredHandlersListed } = world.settings;
			const idOf = {
				operator: operator.operatorId,
				group: groupId,
				imsi,
				sim: imsi
			};
			const isOfSim = ({ target, ignoredImsis }) => target.id === idOf[target.kind] && (ignoredHandlersListed || !ignoredImsis.has(imsi));
			return ok([...operator.account.eventHandlers.values()].filter(isOfSim).map(toEventHandlerView));
		}
	},
	{
		operationId: "setIgnoreEventHandler",
		handle({ world, operator, params: { handler_id: handlerId = "", imsi = "" } }) {
			const state = operator.account.eventHandlers.get(handlerId);
			if (!state) throw unlistedNotFound(world, "event handler", handlerId);
			if (world.sims.get(imsi)?.operatorId !== operator.operatorId) throw unlistedNotFound(world, "subscriber", imsi);
			state.ignoredImsis.add(imsi);
			return ok();
		}
	},
	{
		operationId: "deleteIgnoreEventHandler",
		handle({ operator, params: { handler_id: handlerId, imsi = "" } }) {
			if (!find$4(operator, handlerId).ignoredImsis.delete(imsi)) throw notFound("ignored event handler", imsi);
			return noContent;
		}
	}
];
function find$4(operator, handlerId = "") {
	const state = operator.account.eventHandlers.get(handlerId);
	if (!state) throw notFound("event handler", handlerId);
	return state;
}
//#endregion
//#region src/operations/exported-files.ts
const exportedFileOperations = [{
	operationId: "getExportedFile",
	handle({ operator, params, origin, nowMs }) {
		const exportId = params.exported_file_id ?? "";
		const exported = operator.exports.get(exportId);
		if (!exported) throw notFound("exported file", exportId);
		return ok(exported.readyMs > nowMs ? { status: "processing" } : {
			status: "exported",
			url: toFileUrl(origin, exported)
		});
	}
}];
//#endregion
//#region src/rules/change-status.ts
function changeStatus(sim, status, nowMs) {
	if (sim.status === status) return;
	sim.status = status;
	sim.renewalFeeStatusSetMs = status === "ready" || status === "standby" || status === "suspended" ? nowMs : null;
	recordChange(sim, nowMs);
}
function recordChange(sim, nowMs) {
	const { status, speedClass, bundles, groupId } = sim;
	sim.modifiedMs = nowMs;
	const change = {
		timeMs: nowMs,
		status,
		speedClass,
		bundles,
		groupId
	};
	if (sim.history.length === 0) sim.history = [change];
	else sim.history.push(change);
}
//#endregion
//#region src/rules/sim-filter.ts
function toSimFilter(query) {
	return {
		tagName: query.get("tag_name"),
		tagValue: query.get("tag_value"),
		isPrefix: query.get("tag_value_match_mode") === "prefix",
		statuses: split(query.get("status_filter")),
		speedClasses: split(query.get("speed_class_filter") ?? query.get("type_filter")),
		serialNumbers: split(query.get("serial_number_filter"))
	};
}
function matchesFilter(sim, filter) {
	return matchesTag(sim.tags, filter) && (filter.statuses?.includes(sim.status) ?? true) && (filter.speedClasses?.includes(sim.speedClass) ?? true) && (filter.serialNumbers?.some((prefix) => sim.serialNumber?.startsWith(prefix)) ?? true);
}
function matchesTag(tags, { tagName, tagValue, isPrefix }) {
	if (tagName === null) return true;
	const value = tags.get(tagName);
	if (value === void 0 || tagValue === null) return value !== void 0;
	return isPrefix ? value.startsWith(tagValue) : value === tagValue;
}
function split(text) {
	return text ? text.split("|") : void 0;
}
//#endregion
//#region src/rules/consistency.ts
function toDelay(rule, nowMs, draw) {
	if (rule === "immediate") return {
		untilMs: nowMs,
		polls: 0
	};
	if (rule === "adversarial") return {
		untilMs: nowMs,
		polls: draw(mostMissedReads + 1)
	};
	return "lagMs" in rule ? {
		untilMs: nowMs + rule.lagMs,
		polls: 0
	} : {
		untilMs: nowMs,
		polls: rule.polls
	};
}
function isSeen({ untilMs, polls }, nowMs, missedReads) {
	return nowMs >= untilMs && missedReads >= polls;
}
function shuffle(rows, draw) {
	const shuffled = [...rows];
	for (let at = shuffled.length - 1; at > 0; at -= 1) {
		const other = draw(at + 1);
		const row = shuffled[at];
		shuffled[at] = shuffled[other];
		shuffled[other] = row;
	}
	return shuffled;
}
const mostMissedReads = 3;
//#endregion
//#region src/state/lagging.ts
function noteChange(lagging, key, delay, before) {
	const change = {
		before,
		delay,
		missedReads: 0
	};
	const changes = lagging.get(key);
	if (changes) changes.push(change);
	else lagging.set(key, [change]);
}
function lookAt(lagging, key, nowMs) {
	const changes = lagging.get(key);
	if (!changes) return void 0;
	while (changes[0] && isSeen(changes[0].delay, nowMs, changes[0].missedReads)) changes.shift();
	for (const change of changes) change.missedReads += 1;
	if (changes.length === 0) lagging.delete(key);
	return changes[0];
}
//#endregion
//#region src/state/lagging-index.ts
function noteIndexChange(world, sim, nowMs) {
	if (world.consistency.index === "immediate") return;
	noteBefore(world, sim, nowMs, sim.operatorId === void 0 ? null : { ...sim });
}
function noteIndexArrival(world, sim, nowMs) {
	noteBefore(world, sim, nowMs, null);
}
function noteBefore(world, sim, nowMs, before) {
	const rule = world.consistency.index;
	if (rule === "immediate") return;
	noteChange(world.laggingIndex, sim.imsi, toDelay(rule, nowMs, world.draws.number), before);
}
function asIndexed(world, imsi, nowMs) {
	const seen = world.laggingIndex.size > 0 ? lookAt(world.laggingIndex, imsi, nowMs) : void 0;
	return seen ? seen.before ?? void 0 : world.sims.get(imsi);
}
//#endregion
//#region src/operations/find-group.ts
function findGroup(operator, groupId = "") {
	const group = operator.groups.get(groupId);
	if (!group) throw notFound("group", groupId);
	return group;
}
//#endregion
//#region src/operations/read-sim-filter.ts
function readSimFilter(query) {
	const filter = toSimFilter(query);
	if (filter.tagName !== null && filter.tagValue === null) throw invalid("tag_value", "");
	return filter;
}
//#endregion
//#region src/state/tags.ts
const noTags = /* @__PURE__ */ new Map();
function withTags(tags, more) {
	const merged = new Map([...tags, ...more]);
	return merged.size === 0 ? noTags : merged;
}
//#endregion
//#region src/operations/tags.ts
function putTags(tags, body) {
	return withTags(tags, readBody$2(v.array(tagUpdateRequestSchema), body).map(({ tagName, tagValue }) => [tagName, tagValue]));
}
function removeTag(tags, name) {
	const left = new Map(tags);
	if (left.delete(name)) return left;
	const meant = [...left.keys()].find((one) => withoutPlus(one) === withoutPlus(name));
	if (meant === void 0) throw notFound("tag", name);
	left.delete(meant);
	return left;
}
function withoutPlus(name) {
	return name.replaceAll("+", " ");
}
//#endregion
//#region src/operations/views/group-view.ts
function toGroupView(group, operatorId) {
	return {
		groupId: group.groupId,
		operatorId,
		tags: Object.fromEntries(group.tags),
		configuration: Object.fromEntries([...group.configuration].map(([namespace, entries]) => [namespace, Object.fromEntries(entries)])),
		createdAt: group.createdMs,
		createdTime: group.createdMs,
		lastModifiedAt: group.modifiedMs,
		lastModifiedTime: group.modifiedMs
	};
}
//#endregion
//#region src/operations/views/sim-view.ts
function toSimView(sim, arcPrivateKey) {
	const { imsi, status, bundles, msisdn, subscription } = sim;
	const capabilities = {
		data: true,
		sms: hasSms(subscription)
	};
	return {
		simId: imsi,
		operatorId: sim.operatorId ?? "",
		type: sim.type,
		status,
		speedClass: sim.speedClass,
		groupId: sim.groupId,
		tags: Object.fromEntries(sim.tags),
		serialNumber: sim.serialNumber,
		moduleType: sim.moduleType,
		activeProfileId: imsi,
		profiles: { [imsi]: {
			iccid: imsi,
			primaryImsi: imsi,
			otaSupported: false,
			...sim.arcPublicKey === null ? {} : { arcClientPeerPublicKey: sim.arcPublicKey },
			...arcPrivateKey === void 0 ? {} : { arcClientPeerPrivateKey: arcPrivateKey },
			subscribers: { [imsi]: {
				imsi,
				msisdn,
				status,
				subscription,
				capabilities,
				bundles: [...bundles]
			} }
		} },
		capabilities,
		createdTime: sim.createdMs,
		lastModifiedTime: sim.modifiedMs,
		expiryTime: sim.expiryMs,
		expiryAction: sim.expiryAction,
		terminationEnabled: sim.terminationEnabled,
		renewalFeeStatusSetTime: sim.renewalFeeStatusSetMs,
		sessionStatus: toSessionStatus(sim),
		imeiLock: sim.imeiLock
	};
}
//#endregion
//#region src/operations/groups.ts
const groupOperations = [
	{
		operationId: "listGroups",
		handle(context) {
			const { world, operator, query } = context;
			const filter = readSimFilter(query);
			return pageOf(context, {
				...keysOfPage(context, operator.groupIds),
				toRow(groupId) {
					const group = operator.groups.get(groupId);
					return group && matchesTag(group.tags, filter) ? toGroupView(group, operator.operatorId) : void 0;
				},
				defaultLimit: world.settings.pageSize,
				maxLimit: world.settings.pageSize
			});
		}
	},
	{
		operationId: "createGroup",
		handle({ world, operator, body, nowMs }) {
			const { tags, configuration } = readBody$2(createGroupRequestSchema, body);
			const group = {
				groupId: world.ids.uuid(),
				createdMs: nowMs,
				modifiedMs: nowMs,
				tags: new Map(Object.entries(tags ?? {})),
				configuration: new Map(Object.entries(configuration ?? {}).map(([namespace, entries]) => [namespace, new Map(Object.entries(entries))])),
				members: createSortedKeys()
			};
			operator.groups.set(group.groupId, group);
			addKey(operator.groupIds, group.groupId);
			return created(toGroupView(group, operator.operatorId));
		}
	},
	{
		operationId: "getGroup",
		handle: ({ operator, params }) => ok(toGroupView(findGroup(operator, params.group_id), operator.operatorId))
	},
	{
		operationId: "deleteGroup",
		handle({ world, operator, params, nowMs }) {
			const { groupId, members } = findGroup(operator, params.group_id);
			for (const imsi of keysAfter(members)) {
				const sim = world.sims.get(imsi);
				if (!sim) continue;
				noteIndexChange(world, sim, nowMs);
				sim.groupId = null;
				recordChange(sim, nowMs);
			}
			operator.groups.delete(groupId);
			removeKey(operator.groupIds, groupId);
			return noContent;
		}
	},
	{
		operationId: "putConfigurationParameters",
		handle({ operator, params, body, nowMs }) {
			const group = findGroup(operator, params.group_id);
			const namespace = params.namespace ?? "";
			const entries = group.configuration.get(namespace) ?? /* @__PURE__ */ new Map();
			for (const { key, value } of readBody$2(groupConfigurationUpdateSchema, body)) entries.set(key, value);
			group.configuration.set(namespace, entries);
			group.modifiedMs = nowMs;
			return ok(toGroupView(group, operator.operatorId));
		}
	},
	{
		operationId: "deleteConfigurationNamespace",
		handle({ operator, params, nowMs }) {
			const group = findGroup(operator, params.group_id);
			const namespace = params.namespace ?? "";
			if (!group.configuration.delete(namespace)) throw notFound("namespace", namespace);
			group.modifiedMs = nowMs;
			return noContent;
		}
	},
	{
		operationId: "deleteConfigurationParameter",
		handle({ operator, params, nowMs }) {
			const group = findGroup(operator, params.group_id);
			const name = params.name ?? "";
			if (!group.configuration.get(params.namespace ?? "")?.delete(name)) throw notFound("parameter", name);
			group.modifiedMs = nowMs;
			return noContent;
		}
	},
	{
		operationId: "putGroupTags",
		handle({ operator, params, body, nowMs }) {
			const group = findGroup(operator, params.group_id);
			group.tags = putTags(group.tags, body);
			group.modifiedMs = nowMs;
			return ok(toGroupView(group, operator.operatorId));
		}
	},
	{
		operationId: "deleteGroupTag",
		handle({ operator, params, nowMs }) {
			const group = findGroup(operator, params.group_id);
			group.tags = removeTag(group.tags, params.tag_name ?? "");
			group.modifiedMs = nowMs;
			return noContent;
		}
	},
	{
		operationId: "listSubscribersInGroup",
		handle(context) {
			const { world, operator, params } = context;
			const { members } = findGroup(operator, params.group_id);
			return pageOf(context, {
				...keysOfPage(context, members),
				toRow(imsi) {
					const sim = world.sims.get(imsi);
					return sim && toSimView(sim);
				},
				defaultLimit: world.settings.pageSize,
				maxLimit: world.settings.pageSize
			});
		}
	}
];
//#endregion
//#region src/operations/logs.ts
const logOperations = [{
	operationId: "getLogs",
	handle(context) {
		const { operator, query } = context;
		const resourceType = readWord(query, "resource_type", logResourceTypes);
		const service = readWord(query, "service", logServices);
		const resourceId = query.get("resource_id") || void 0;
		return timedPage(context, operator.account.logs, {
			fromMs: readInteger(query, "from"),
			toMs: readInteger(query, "to"),
			order: "newestFirst",
			toRow({ timeMs, entry }) {
				return (resourceType === void 0 || entry.resourceType === resourceType) && (service === void 0 || entry.service === service) && (resourceId === void 0 || entry.resourceId === resourceId) ? {
					...entry,
					time: timeMs,
					operatorId: operator.operatorId
				} : void 0;
			},
			defaultLimit: 10,
			maxLimit: 1e3
		});
	}
}];
//#endregion
//#region src/operations/operator-contracts.ts
const operatorContractOperations = [{
	operationId: "addOperatorContract",
	handle({ operator, body, nowMs }) {
		const contract = readContract(body);
		if (contract.contractName === "support" && !operator.coverageTypes.has("jp")) throw new ApiFailure("EMU0148", ["support"]);
		const { contracts } = operator.account;
		if (contract.contractName === "api_audit_log" && !contracts.has("api_audit_log")) forgetPastCalls(operator.account, nowMs);
		contracts.set(contract.contractName, contract.contractDetail ?? void 0);
		operator.updatedMs = nowMs;
		return ok(contract);
	}
}, {
	operationId: "deleteOperatorContract",
	handle({ operator, params: { contract_name: wanted }, nowMs }) {
		const contractName = contractNames.find((name) => name === wanted);
		if (!contractName) throw invalid("contract_name", wanted);
		if (!operator.account.contracts.delete(contractName)) return noContent;
		if (contractName === "api_audit_log") forgetContractedCalls(operator.account);
		operator.updatedMs = nowMs;
		return noContent;
	}
}];
function readContract(body) {
	const { contractName, contractDetail } = readBody$2(operatorContractRequestSchema, body);
	if (!contractDetail) return { contractName };
	if (contractName === "harvest") return {
		contractName,
		contractDetail: readBody$2(harvestContractDetailSchema, contractDetail)
	};
	if (contractName === "support") return {
		contractName,
		contractDetail: readBody$2(supportContractDetailSchema, contractDetail)
	};
	return { contractName };
}
//#endregion
//#region src/operations/operator-information.ts
const operatorInformationOperations = [...operationsOf("CompanyInformation", {
	read: (body) => readBody$2(companyInformationSchema, body),
	get: ({ company }) => company,
	set(account, company) {
		account.company = company;
	}
}), ...operationsOf("IndividualInformation", {
	read: (body) => readBody$2(individualInformationSchema, body),
	get: ({ individual }) => individual,
	set(account, individual) {
		account.individual = individual;
	}
})];
function operationsOf(name, { read, get, set }) {
	return [
		{
			operationId: `get${name}`,
			handle({ world, operator }) {
				const information = get(operator.account);
				if (!information) throw unlistedNotFound(world, name, operator.operatorId);
				return ok(information);
			}
		},
		{
			operationId: `create${name}`,
			handle({ world, operator, body }) {
				const information = read(body);
				if (get(operator.account)) throw unlistedDuplicate(world, name, operator.operatorId);
				set(operator.account, information);
				return created();
			}
		},
		{
			operationId: `update${name}`,
			handle({ world, operator, body }) {
				const information = read(body);
				if (!get(operator.account)) throw unlistedNotFound(world, name, operator.operatorId);
				set(operator.account, information);
				return ok();
			}
		}
	];
}
//#endregion
//#region src/state/add-auth-key.ts
function addAuthKey(world, operator, user) {
	const key = {
		authKeyId: `keyId-${world.ids.text(32)}`,
		authKey: `secret-${world.ids.text(60)}`,
		createdMs: world.clock.now(),
		lastUsedMs: null
	};
	const { authKeys } = user ?? operator;
	authKeys.set(key.authKeyId, key);
	world.authKeys.set(key.authKeyId, {
		operatorId: operator.operatorId,
		key,
		userName: user?.userName
	});
	return key;
}
//#endregion
//#region src/state/account.ts
function createAccount() {
	return {
		emails: /* @__PURE__ */ new Map(),
		mailTokens: /* @__PURE__ */ new Set(),
		mailedTo: /* @__PURE__ */ new Set(),
		mfa: void 0,
		company: void 0,
		individual: void 0,
		contracts: /* @__PURE__ */ new Map(),
		credentials: /* @__PURE__ */ new Map(),
		eventHandlers: /* @__PURE__ */ new Map(),
		soralets: /* @__PURE__ */ new Map(),
		auditLog: createTimedList(),
		logs: createTimedList(),
		dataEntries: /* @__PURE__ */ new Map()
	};
}
//#endregion
//#region src/state/operator.ts
function createOperator(made, coverageTypes) {
	return {
		...made,
		updatedMs: made.createdMs,
		coverageTypes: new Set(coverageTypes),
		tokens: /* @__PURE__ */ new Set(),
		authKeys: /* @__PURE__ */ new Map(),
		users: /* @__PURE__ */ new Map(),
		roles: /* @__PURE__ */ new Map(),
		defaultPermissions: null,
		shippingAddresses: /* @__PURE__ */ new Map(),
		orders: /* @__PURE__ */ new Map(),
		groups: /* @__PURE__ */ new Map(),
		groupIds: createSortedKeys(),
		imsis: createSortedKeys(),
		madeImsis: [],
		couponCodes: /* @__PURE__ */ new Set(),
		madeCouponCodes: /* @__PURE__ */ new Set(),
		couponOrders: /* @__PURE__ */ new Map(),
		discounts: /* @__PURE__ */ new Map(),
		payer: null,
		paymentIds: /* @__PURE__ */ new Map(),
		exports: /* @__PURE__ */ new Map(),
		transferTokens: /* @__PURE__ */ new Set(),
		formerSims: [],
		account: createAccount()
	};
}
//#endregion
//#region src/state/add-operator.ts
function addOperator(world, account) {
	let operatorId;
	do
		operatorId = `OP00${world.ids.digits(8)}`;
	while (world.operators.has(operatorId));
	const { coverageTypes, ...rest } = account;
	const operator = createOperator({
		...rest,
		operatorId,
		createdMs: world.clock.now()
	}, coverageTypes);
	const emailId = world.ids.uuid();
	operator.account.emails.set(emailId, {
		emailId,
		email: account.email,
		createdMs: operator.createdMs
	});
	world.operators.set(operatorId, operator);
	world.operatorIdsByEmail.set(account.email, operatorId);
	world.counts.operatorsMade += 1;
	return operator;
}
//#endregion
//#region src/operations/find-user.ts
function findUser(operator, userName = "", unknownStatus = 404) {
	const user = operator.users.get(userName);
	if (!user) throw new ApiFailure("EMU0005", ["user", userName], unknownStatus);
	return user;
}
//#endregion
//#region src/rules/default-speed-class.ts
function toDefaultSpeedClass(subscription) {
	const { speedClasses } = planRulesOf(subscription);
	return speedClasses.includes("s1.standard") ? "s1.standard" : speedClasses[0] ?? "s1.standard";
}
//#endregion
//#region src/state/register-sim.ts
function registerSim(operator, sim, nowMs) {
	sim.operatorId = operator.operatorId;
	sim.registeredMs = nowMs;
	sim.renewalFeeStatusSetMs = sim.status === "ready" ? nowMs : null;
	addKey(operator.imsis, sim.imsi);
	recordChange(sim, nowMs);
}
function moveToGroup(operator, sim, groupId, nowMs) {
	if (sim.groupId !== null) removeMember(operator, sim);
	const group = operator.groups.get(groupId ?? "");
	if (group) addKey(group.members, sim.imsi);
	sim.groupId = groupId;
	if (sim.history.length > 0) recordChange(sim, nowMs);
}
function removeMember(operator, { groupId, imsi }) {
	const group = operator.groups.get(groupId ?? "");
	if (group) removeKey(group.members, imsi);
}
//#endregion
//#region src/state/sim.ts
const noHistory = Object.freeze([]);
function createSim(made, { imsi, msisdn, ipAddress, createdMs }) {
	return {
		imsi,
		msisdn,
		type: made.type,
		serialNumber: made.serialNumber,
		registrationSecret: made.registrationSecret,
		moduleType: made.moduleType,
		ipAddress,
		subscription: made.subscription,
		arcPublicKey: made.arcPublicKey,
		createdMs,
		operatorId: void 0,
		registeredMs: void 0,
		modifiedMs: createdMs,
		status: made.status,
		speedClass: made.speedClass,
		bundles: made.bundles,
		groupId: null,
		tags: noTags,
		expiryMs: null,
		expiryAction: null,
		terminationEnabled: false,
		imeiLock: null,
		renewalFeeStatusSetMs: null,
		transferToken: null,
		history: noHistory,
		air: void 0,
		beam: void 0
	};
}
//#endregion
//#region src/state/transfers.ts
function addTransfer(world, from, to, sims) {
	const token = `${world.ids.uuid()}-${world.ids.uuid()}`;
	const imsis = sims.map(({ imsi }) => imsi);
	const transfer = {
		token,
		fromOperatorId: from.operatorId,
		toOperatorId: to.operatorId,
		imsis
	};
	world.transfers.set(token, transfer);
	from.transferTokens.add(token);
	to.transferTokens.add(token);
	for (const sim of sims) sim.transferToken = token;
	return transfer;
}
function dropTransfer(world, token) {
	const transfer = world.transfers.get(token);
	if (!transfer) return;
	world.transfers.delete(token);
	for (const operatorId of [transfer.fromOperatorId, transfer.toOperatorId]) world.operators.get(operatorId)?.transferTokens.delete(token);
	for (const imsi of transfer.imsis) {
		const sim = world.sims.get(imsi);
		if (sim?.transferToken === token) sim.transferToken = null;
	}
}
function transferSim(world, from, to, sim, nowMs) {
	const { transferKeeps, bucketZoneOffsetMinutes } = world.settings;
	const dayStartMs = bucketStart(Math.floor(nowMs / 1e3), "day", bucketZoneOffsetMinutes) * 1e3;
	const { imsi, subscription, history, air, beam, bundles } = sim;
	const end = {
		timeMs: dayStartMs,
		status: "terminated",
		bundles
	};
	noteIndexArrival(world, sim, nowMs);
	from.formerSims.push({
		imsi,
		subscription,
		history: [...history, end],
		air,
		beam
	});
	moveToGroup(from, sim, null, nowMs);
	removeKey(from.imsis, imsi);
	clearSettings(sim, transferKeeps);
	sim.history = noHistory;
	sim.air = void 0;
	sim.beam = void 0;
	registerSim(to, sim, nowMs);
}
function clearSettings(sim, kept) {
	if (!kept.includes("tags")) sim.tags = noTags;
	if (!kept.includes("expiry")) Object.assign(sim, {
		expiryMs: null,
		expiryAction: null
	});
	if (!kept.includes("imeiLock")) sim.imeiLock = null;
	if (!kept.includes("speedClass")) sim.speedClass = toDefaultSpeedClass(sim.subscription);
	sim.terminationEnabled = false;
}
//#endregion
//#region src/state/delete-operator.ts
function deleteOperator(world, operator) {
	for (const token of operator.tokens) world.sessions.delete(token);
	for (const authKeyId of operator.authKeys.keys()) world.authKeys.delete(authKeyId);
	for (const { authKeys } of operator.users.values()) for (const authKeyId of authKeys.keys()) world.authKeys.delete(authKeyId);
	for (const imsi of operator.madeImsis) if (!hasKey(operator.imsis, imsi)) deleteSim(world, operator, imsi);
	for (const chunk of operator.imsis.chunks) for (const imsi of chunk) deleteSim(world, operator, imsi);
	for (const code of [...operator.couponCodes, ...operator.madeCouponCodes]) {
		const owner = world.coupons.get(code)?.operatorId;
		if (owner === void 0 || owner === operator.operatorId) world.coupons.delete(code);
	}
	for (const { key } of operator.exports.values()) world.exports.delete(key);
	for (const token of operator.transferTokens) dropTransfer(world, token);
	for (const orderId of operator.orders.keys()) world.laggingOrders.delete(orderId);
	for (const token of operator.account.mailTokens) world.mailTokens.delete(token);
	dropMails(world, operator);
	world.operators.delete(operator.operatorId);
	world.operatorIdsByEmail.delete(operator.email);
	world.signups.delete(operator.email);
	world.counts.operatorsDeleted += 1;
}
function deleteSim(world, operator, imsi) {
	const sim = world.sims.get(imsi);
	if (!sim || sim.operatorId !== void 0 && sim.operatorId !== operator.operatorId) return;
	world.sims.delete(imsi);
	world.imsisByMsisdn.delete(sim.msisdn);
	world.laggingIndex.delete(imsi);
	if (world.laggingStats.size === 0) return;
	for (const kind of ["air", "beam"]) world.laggingStats.delete(`${imsi} ${kind}`);
}
//#endregion
//#region src/operations/sandbox-operators.ts
const sandboxOperatorOperations = [
	{
		operationId: "sandboxInitializeOperator",
		open: true,
		handle({ world, body }) {
			const request = readBody$2(initRequestSchema, body);
			checkProductionKey(world, request);
			checkAccount(world, request);
			return created(toAuthView(openSession(world, addOperator(world, {
				email: request.email,
				password: request.password,
				coverageTypes: toCoverageTypes(world, request.coverageTypes),
				hasPaymentMethod: request.registerPaymentMethod ?? true
			}))));
		}
	},
	{
		operationId: "sandboxGetSignupToken",
		open: true,
		handle({ world, params, body }) {
			checkProductionKey(world, readBody$2(signupTokenRequestSchema, body));
			const email = params.email ?? "";
			const signup = world.signups.get(email);
			if (!signup) throw new ApiFailure("SBX1003");
			return ok({ token: signup.token });
		}
	},
	{
		operationId: "sandboxDeleteOperator",
		handle({ world, params, operator }) {
			if (params.operator_id !== operator.operatorId) throw new ApiFailure("EMU0005", ["operator", params.operator_id ?? ""], world.settings.foreignOperatorStatus);
			deleteOperator(world, operator);
			return ok();
		}
	}
];
function checkAccount(world, { email, password }) {
	if (!isEmailAddress(email)) throw new ApiFailure("COM0008", [`not a well-formed email address:email`]);
	if (!isAcceptablePassword(password)) throw new ApiFailure("AUM0010");
	if (world.operatorIdsByEmail.has(email)) throw new ApiFailure("AUM0003");
}
function toCoverageTypes({ settings }, asked) {
	return asked && asked.length > 0 ? asked : settings.defaultCoverageTypes;
}
function checkProductionKey(world, { authKeyId, authKey }) {
	if (!(world.productionKeys?.some((key) => key.authKeyId === authKeyId && key.authKey === authKey) ?? true) || authKeyId === "" || authKey === "") throw new ApiFailure("SBX1002");
}
//#endregion
//#region src/operations/views/auth-key-view.ts
function toAuthKeyView({ authKeyId, createdMs, lastUsedMs }) {
	return {
		authKeyId,
		createDateTime: Math.floor(createdMs / 1e3),
		...lastUsedMs === null ? {} : { lastUsedDateTime: Math.floor(lastUsedMs / 1e3) }
	};
}
//#endregion
//#region src/operations/operators.ts
const operatorOperations = [
	{
		operationId: "createOperator",
		open: true,
		handle({ world, body, nowMs }) {
			const { email, password, coverageTypes } = readBody$2(createOperatorRequestSchema, body);
			checkAccount(world, {
				email,
				password
			});
			const token = world.signups.get(email)?.token ?? `${world.ids.uuid()}-${world.ids.uuid()}`;
			const expiresMs = nowMs + world.settings.mailTokenLifetimeSeconds * 1e3;
			world.signups.set(email, {
				password,
				token,
				coverageTypes,
				expiresMs
			});
			world.emailsBySignupToken.set(token, email);
			putMail(world, {
				kind: "signup",
				email,
				token,
				operatorId: void 0,
				sentMs: nowMs
			});
			return created();
		}
	},
	{
		operationId: "verifyOperator",
		open: true,
		handle({ world, body, nowMs }) {
			const { token } = readBody$2(verifyOperatorRequestSchema, body);
			const email = world.emailsBySignupToken.get(token);
			const signup = world.signups.get(email ?? "");
			if (email === void 0 || !signup) throw new ApiFailure("COM0006");
			if (signup.expiresMs <= nowMs) throw new ApiFailure("EMU0017", [], 404);
			if (world.operatorIdsByEmail.has(email)) throw new ApiFailure("AUM0003");
			world.emailsBySignupToken.delete(token);
			world.signups.delete(email);
			const { password } = signup;
			addOperator(world, {
				email,
				password,
				coverageTypes: toCoverageTypes(world, signup.coverageTypes),
				hasPaymentMethod: false
			});
			return ok();
		}
	},
	{
		operationId: "getOperator",
		handle: ({ operator }) => ok(toOperatorView(operator))
	},
	{
		operationId: "listOperatorAuthKeys",
		handle: ({ operator }) => ok([...operator.authKeys.values()].map(toAuthKeyView))
	},
	{
		operationId: "generateOperatorAuthKey",
		handle({ world, operator }) {
			const { authKeyId, authKey } = addAuthKey(world, operator);
			return created({
				authKey,
				authKeyId
			});
		}
	},
	{
		operationId: "deleteOperatorAuthKey",
		handle({ world, operator, params }) {
			const authKeyId = params.auth_key_id ?? "";
			if (!operator.authKeys.delete(authKeyId)) throw notFound("auth key", authKeyId);
			world.authKeys.delete(authKeyId);
			return noContent;
		}
	},
	{
		operationId: "addCoverageType",
		handle({ operator, params, nowMs }) {
			const wanted = params.coverage_type;
			const coverageType = coverageTypes.find((one) => one === wanted);
			if (!coverageType) throw invalid("coverage_type", wanted);
			operator.coverageTypes.add(coverageType);
			operator.updatedMs = nowMs;
			return created();
		}
	},
	{
		operationId: "generateAuthToken",
		handle({ world, operator, session, body }) {
			const { tokenTimeoutSeconds } = readBody$2(generateTokenRequestSchema, body);
			const { token } = openSession(world, operator, {
				timeoutSeconds: tokenTimeoutSeconds,
				apiKey: session.apiKey,
				user: session.user && findUser(operator, session.user.userName)
			});
			return ok({ token });
		}
	},
	{
		operationId: "revokeOperatorAuthTokens",
		handle({ world, operator }) {
			closeSessionsOf(world, operator, void 0);
			return noContent;
		}
	},
	{
		operationId: "updateOperatorPassword",
		handle({ operator, body, nowMs }) {
			const { currentPassword, newPassword } = readBody$2(passwordRequestSchema, body);
			if (currentPassword !== operator.password) throw invalid("currentPassword", "***");
			if (!isAcceptablePassword(newPassword)) throw new ApiFailure("AUM0010");
			operator.password = newPassword;
			operator.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "generateSupportToken",
		handle: ({ world }) => ok({ token: world.ids.uuid() })
	}
];
const passwordRequestSchema = v.object({
	currentPassword: v.string(),
	newPassword: v.string()
});
function toOperatorView({ operatorId, email, createdMs, updatedMs }) {
	return {
		operatorId,
		rootOperatorId: null,
		email,
		description: null,
		createDate: new Date(createdMs).toISOString(),
		updateDate: new Date(updatedMs).toISOString()
	};
}
//#endregion
//#region src/state/make-sim.ts
function makeSim(world, maker, { subscription, bundles }) {
	const sim = addSim(world, {
		type: "uicc",
		serialNumber: world.ids.digits(13, "TS"),
		registrationSecret: world.ids.digits(5),
		moduleType: "nano",
		arcPublicKey: null,
		subscription,
		speedClass: toDefaultSpeedClass(subscription),
		bundles,
		status: "ready"
	});
	maker.madeImsis.push(sim.imsi);
	return sim;
}
function makeVirtualSim(world, operator, arcPublicKey) {
	const sim = addSim(world, {
		type: "virtual",
		serialNumber: null,
		registrationSecret: void 0,
		moduleType: "virtual",
		arcPublicKey,
		subscription: virtualSubscription,
		speedClass: toDefaultSpeedClass(virtualSubscription),
		bundles: [],
		status: "active"
	});
	registerSim(operator, sim, sim.createdMs);
	return sim;
}
function addSim(world, made) {
	const { ids } = world;
	const imsi = freeId(world.sims, () => ids.digits(10, "00101"));
	const msisdn = freeId(world.imsisByMsisdn, () => ids.digits(9, "999"));
	const [high, low] = [ids.number(65536), ids.number(254)];
	const sim = createSim(made, {
		imsi,
		msisdn,
		ipAddress: `10.${high >> 8}.${high & 255}.${1 + low}`,
		createdMs: world.clock.now()
	});
	world.sims.set(imsi, sim);
	world.imsisByMsisdn.set(msisdn, imsi);
	return sim;
}
function freeId(taken, next) {
	for (;;) {
		const id = next();
		if (!taken.has(id)) return id;
	}
}
//#endregion
//#region src/operations/arrange.ts
function arrange({ consistency, draws, seed }, place, rows, headers, toBody = (all) => all) {
	if (consistency[place] !== "adversarial") return ok(toBody(rows), headers);
	return ok(toBody(shuffle(rows, draws.number)), {
		...headers,
		"x-soracom-emulator-seed": encodeURIComponent(seed)
	});
}
//#endregion
//#region src/operations/initial-settings.ts
function checkInitialSetting(operator, { simInitialSettings = {} }) {
	for (const [name, { speedClass, groupId }] of Object.entries(simInitialSettings)) {
		if (name === "plan-US") continue;
		const subscription = subscriptions.find((one) => one === name);
		if (!subscription) throw invalid("simInitialSettings", name);
		const speedClasses = planRulesOf(subscription).speedClasses;
		if (speedClass && !speedClasses.includes(speedClass)) throw new ApiFailure("EMU0021", [speedClass, subscription]);
		if (groupId && !operator.groups.has(groupId)) throw new ApiFailure("EMU0005", ["group", groupId], 400);
	}
}
function applyInitialSetting(operator, sim, setting, nowMs) {
	const { groupId, speedClass, tags } = setting?.simInitialSettings?.[sim.subscription] ?? {};
	if (speedClass) sim.speedClass = speedClass;
	if (tags) sim.tags = withTags(sim.tags, Object.entries(tags));
	if (groupId && operator.groups.has(groupId)) moveToGroup(operator, sim, groupId, nowMs);
}
//#endregion
//#region src/operations/orders.ts
const monthsOfHistory = 18;
const orderOperations = [
	{
		operationId: "listOrders",
		handle({ world, operator, nowMs }) {
			return ok({ orderList: [...operator.orders.values()].filter((order) => isShown(order, nowMs)).map((order) => toOrderView(order, operator, world.settings)) });
		}
	},
	{
		operationId: "createQuotation",
		handle({ world, operator, body, nowMs }) {
			const request = readBody$2(quotationRequestSchema, body);
			if (request.orderItemList.length === 0) throw invalid("orderItemList", "[]");
			for (const { quantity } of request.orderItemList) if (!Number.isInteger(quantity) || quantity < 1) throw invalid("quantity", quantity);
			const day = request.preferredDeliveryDate;
			if (day !== void 0 && !isDayText(day)) throw invalid("preferredDeliveryDate", day);
			const address = operator.shippingAddresses.get(request.shippingAddressId ?? "");
			if (!address) throw invalid("shippingAddressId", request.shippingAddressId ?? "");
			const order = {
				orderId: toOrderId(world, nowMs),
				items: request.orderItemList,
				shippingAddressId: address.shippingAddressId,
				address: { ...address },
				preferredDeliveryDate: request.preferredDeliveryDate,
				quotedMs: nowMs,
				status: void 0,
				orderedMs: null,
				shippedMs: null,
				registeredMs: null,
				initialSetting: null,
				imsis: createSortedKeys()
			};
			if (countSims(order) > world.settings.maxSimsInOrder) throw invalid("quantity", countSims(order));
			operator.orders.set(order.orderId, order);
			return created(toQuotationView$2(order, operator, world.settings));
		}
	},
	{
		operationId: "getOrder",
		handle({ world, operator, params, nowMs }) {
			const order = find$3(operator, params.order_id);
			if (!isShown(order, nowMs)) throw notFound("order", order.orderId);
			return ok(toOrderView(order, operator, world.settings));
		}
	},
	{
		operationId: "confirmOrder",
		handle({ world, operator, params, nowMs }) {
			const order = find$3(operator, params.order_id);
			const { orderId, status: state, quotedMs } = order;
			checkConfirmable(operator, nowMs, {
				orderId,
				state,
				quotedMs,
				expires: true
			});
			order.status = world.settings.orderStatusAfterConfirm;
			order.orderedMs = nowMs;
			return ok(toOrderView(order, operator, world.settings));
		}
	},
	{
		operationId: "cancelOrder",
		handle({ operator, params }) {
			const order = find$3(operator, params.order_id);
			if (order.status === void 0) throw notFound("order", order.orderId);
			if (!mayCancel(order)) throw new ApiFailure("EMU0013", [
				order.orderId,
				order.status,
				"cancelled"
			]);
			order.status = "cancelled";
			return noContent;
		}
	},
	{
		operationId: "sandboxShipOrder",
		handle({ world, operator, body, nowMs }) {
			const { operatorId, orderId } = readBody$2(shipOrderRequestSchema, body);
			const order = operator.orders.get(orderId);
			if (operatorId !== operator.operatorId || !order) throw new ApiFailure("EMU0005", ["order", orderId], 400);
			ship(world, operator, order, nowMs);
			return ok();
		}
	},
	{
		operationId: "listOrderedSubscribers",
		handle(context) {
			const { world, operator, params, nowMs } = context;
			const order = find$3(operator, params.order_id);
			if (isTooOld(order, nowMs)) throw notFound("order", order.orderId);
			const { rows, headers } = takePage(context, {
				...lookAt(world.laggingOrders, order.orderId, nowMs) ? { keys: [] } : keysOfPage(context, order.imsis),
				toRow: (imsi) => toOrderedView(world, operator, imsi),
				defaultLimit: world.settings.pageSize,
				maxLimit: world.settings.pageSize
			});
			return arrange(world, "orderSubscribers", rows, headers, (orderedSubscriberList) => ({ orderedSubscriberList }));
		}
	},
	{
		operationId: "registerOrderedSim",
		handle({ world, operator, params, nowMs }) {
			const order = find$3(operator, params.order_id);
			if (order.shippedMs === null) throw new ApiFailure("EMU0013", [
				order.orderId,
				order.status ?? "quoted",
				"registered"
			]);
			if (isTooOld(order, nowMs)) throw notFound("order", order.orderId);
			for (const imsi of keysAfter(order.imsis)) {
				const sim = world.sims.get(imsi);
				if (!sim || sim.operatorId !== void 0) continue;
				noteIndexChange(world, sim, nowMs);
				applyInitialSetting(operator, sim, order.initialSetting, nowMs);
				registerSim(operator, sim, nowMs);
			}
			if (order.registeredMs === null) order.status = world.settings.orderStatusAfterRegister;
			order.registeredMs ??= nowMs;
			return noContent;
		}
	},
	{
		operationId: "updateOrderedResourceInitialSetting",
		handle({ world, operator, params, body, nowMs }) {
			const order = find$3(operator, params.order_id);
			if (!isShown(order, nowMs)) throw notFound("order", order.orderId);
			const setting = readBody$2(resourceInitialSettingSchema, body);
			checkInitialSetting(operator, setting);
			if (order.registeredMs !== null) throw new ApiFailure("EMU0192", [order.orderId]);
			if (order.status === "cancelled") throw new ApiFailure("EMU0013", [
				order.orderId,
				order.status,
				"changed"
			]);
			order.initialSetting = setting;
			return ok(toOrderView(order, operator, world.settings));
		}
	}
];
function find$3(operator, orderId = "") {
	const order = operator.orders.get(orderId);
	if (!order) throw notFound("order", orderId);
	return order;
}
function isShown(order, nowMs) {
	return order.status !== void 0 && !isTooOld(order, nowMs);
}
function isTooOld({ orderedMs, quotedMs }, nowMs) {
	return (orderedMs ?? quotedMs) < monthsBefore(nowMs, monthsOfHistory);
}
function ship(world, operator, order, nowMs) {
	if (order.shippedMs !== null && world.settings.shippedOrderShipsAgain) return;
	if (order.status === void 0 || order.status === "cancelled" || order.shippedMs !== null) throw new ApiFailure("EMU0013", [
		order.orderId,
		order.status ?? "quoted",
		"shipped"
	]);
	const imsis = order.items.flatMap(({ productCode, quantity }) => {
		const { subscription, count = 1 } = knownProducts.find((product) => product.productCode === productCode) ?? {};
		const coverageType = operator.coverageTypes.has("jp") ? "jp" : "g";
		const plan = subscriptions.find((one) => one === subscription) ?? world.settings.defaultSubscription[coverageType];
		const amount = quantity * count;
		return Array.from({ length: amount }, () => makeSim(world, operator, {
			subscription: plan,
			bundles: []
		}).imsi);
	});
	const rule = world.consistency.orderSubscribers;
	if (rule !== "immediate") noteChange(world.laggingOrders, order.orderId, toDelay(rule, nowMs, world.draws.number), null);
	order.status = "shipped";
	order.shippedMs = nowMs;
	for (const imsi of imsis) addKey(order.imsis, imsi);
}
function mayCancel({ status }) {
	return status === "orderProcessing" || status === "ordering" || status === "ordered" || status === "kitting";
}
function countSims({ items }) {
	return items.reduce((sum, { quantity }) => sum + quantity, 0);
}
function toOrderedView(world, { operatorId }, imsi) {
	const sim = world.sims.get(imsi);
	if (!sim) return void 0;
	return {
		imsi,
		msisdn: sim.msisdn,
		serialNumber: sim.serialNumber,
		iccid: imsi,
		simId: imsi,
		bundles: sim.operatorId === void 0 || sim.operatorId === operatorId ? [...sim.bundles] : null
	};
}
//#endregion
//#region src/operations/password-reset.ts
const passwordResetOperations = [{
	operationId: "issuePasswordResetToken",
	open: true,
	handle({ world, body }) {
		const { email } = readBody$2(issuePasswordResetTokenRequestSchema, body);
		const operator = world.operators.get(world.operatorIdsByEmail.get(email) ?? "");
		if (!operator) throw new ApiFailure("AUM0015");
		sendMailToken(world, operator, {
			kind: "passwordReset",
			email
		});
		return {
			...ok(),
			operatorId: operator.operatorId
		};
	}
}, {
	operationId: "verifyPasswordResetToken",
	open: true,
	handle({ world, body, nowMs }) {
		const { token, password } = readBody$2(verifyPasswordResetTokenRequestSchema, body);
		const { operator } = findMailToken(world, {
			token,
			kind: "passwordReset",
			nowMs
		});
		if (!isAcceptablePassword(password)) throw new ApiFailure("AUM0010");
		operator.password = password;
		operator.updatedMs = nowMs;
		forgetMailToken(world, operator, token);
		return {
			...ok(),
			operatorId: operator.operatorId
		};
	}
}];
//#endregion
//#region src/operations/payment-statements.ts
const paymentStatementOperations = [
	{
		operationId: "listPaymentStatements",
		handle: (context) => ok({ paymentStatementsList: paymentsOf(context.world, context.operator).map((payment) => toView$4(context, payment)) })
	},
	{
		operationId: "exportPaymentStatement",
		handle(context) {
			const id = context.params.payment_statement_id ?? "";
			const payment = paymentsOf(context.world, context.operator).find(({ statementId }) => statementId === id);
			if (!payment) throw new ApiFailure("EMU0005", ["payment statement", id], 400);
			return answerExport(context, "payment-statement", toStatementCsv(context, payment));
		}
	},
	{
		operationId: "getPayerInformation",
		handle({ operator }) {
			if (!operator.payer) throw new ApiFailure("EMU0193");
			return ok(operator.payer);
		}
	},
	{
		operationId: "registerPayerInformation",
		handle({ operator, body }) {
			operator.payer = readBody$2(payerInformationSchema, body);
			return created();
		}
	},
	{
		operationId: "getPaymentTransaction",
		handle({ world, operator, params }) {
			const id = params.payment_transaction_id ?? "";
			if (!/^\d{17}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid("payment_transaction_id", id);
			const payment = paymentsOf(world, operator).find(({ transactionId }) => transactionId === id);
			if (!payment) throw notFound("payment transaction", id);
			return ok(toTransactionView(payment));
		}
	}
];
function toView$4({ world }, payment) {
	const { statementId, amount, currency, paidMs, month, orderId } = payment;
	return {
		paymentStatementId: statementId,
		amount,
		currency,
		paymentDateTime: world.settings.paymentTimeUnit === "seconds" ? Math.floor(paidMs / 1e3) : paidMs,
		paymentMethod: "WebPay",
		...month === void 0 ? {} : { chargedYearMonths: [month] },
		...orderId === void 0 ? {} : { orderId }
	};
}
function toTransactionView({ currency, subtotal, tax, amount, month, orderId, bill }) {
	return {
		amount: {
			currency,
			subTotalAmount: subtotal,
			taxAmount: tax,
			totalAmount: amount,
			paymentAmount: amount
		},
		description: {
			description: month ?? orderId ?? "",
			itemList: [...new Set(bill?.parts.flatMap(({ byItem }) => [...byItem.keys()]))]
		},
		messageCode: "success",
		status: "success"
	};
}
function toStatementCsv(context, payment) {
	const { operator } = context;
	const { companyName, department, fullName } = operator.payer ?? {};
	const columns = [
		"paymentStatementId",
		"companyName",
		"department",
		"fullName",
		"chargedYearMonths",
		"orderId"
	];
	const amounts = [
		"subTotalAmount",
		"taxAmount",
		"amount",
		"currency",
		"paymentDateTime"
	];
	const { statementId, month, orderId, subtotal, tax, amount, currency } = payment;
	const { paymentDateTime } = toView$4(context, payment);
	return toCsv([...columns, ...amounts], [[
		statementId,
		companyName ?? "",
		department ?? "",
		fullName ?? "",
		month ?? "",
		orderId ?? "",
		subtotal,
		tax,
		amount,
		currency,
		paymentDateTime
	]]);
}
//#endregion
//#region src/operations/payments.ts
const shortestCardLifeMs = 31 * 864e5;
const paymentOperations = [
	{
		operationId: "getPaymentMethod",
		handle({ operator }) {
			if (!operator.hasPaymentMethod) throw notFound("payment method", "current");
			return ok({
				providerType: "WebPay",
				properties: "{}",
				updateDate: toSecondText(operator.updatedMs)
			});
		}
	},
	{
		operationId: "activatePaymentMethod",
		handle({ operator }) {
			if (!operator.hasPaymentMethod) throw notFound("payment method", "current");
			return ok({});
		}
	},
	{
		operationId: "registerWebPayPaymentMethod",
		handle({ world, operator, body, nowMs }) {
			const { expireMonth, expireYear: year } = readBody$2(webPayRequestSchema, body);
			const expireYear = year < 100 ? 2e3 + year : year;
			if (Date.UTC(expireYear, expireMonth) - nowMs < shortestCardLifeMs) throw new ApiFailure("PAY0025");
			operator.hasPaymentMethod = true;
			operator.updatedMs = nowMs;
			return { status: world.settings.webPayStatus };
		}
	},
	{
		operationId: "registerPayjpPaymentMethod",
		handle({ world, operator, body, nowMs }) {
			readBody$2(payJpRequestSchema, body);
			operator.hasPaymentMethod = true;
			operator.updatedMs = nowMs;
			return { status: world.settings.webPayStatus };
		}
	}
];
//#endregion
//#region src/operations/products.ts
const productOperations = [{
	operationId: "listProducts",
	handle: ({ world: { settings } }) => ok({
		productList: knownProducts.map(({ productCode }) => toProduct(productCode, settings)),
		shippingCostList: shippingAreas.map((shippingArea) => ({
			shippingArea,
			shippingAreaName: shippingArea,
			shippingCost: settings.shippingCostJpy
		}))
	})
}];
//#endregion
//#region src/rules/sim-query.ts
const subscriberQueryFields = [
	"name",
	"group",
	"imsi",
	"msisdn",
	"iccid",
	"serial_number",
	"tag",
	"subscription",
	"module_type"
];
const simQueryFields = [
	...subscriberQueryFields,
	"group_id",
	"sim_id",
	"bundles",
	"status",
	"session_status"
];
function toSimQuery(query, fields = simQueryFields) {
	return {
		terms: fields.flatMap((field) => {
			const values = query.getAll(field).flatMap((text) => text.split(",")).filter((value) => value !== "" && !(field === "session_status" && value.toUpperCase() === "NA"));
			return values.length > 0 ? [{
				field,
				values: values.map((value) => value.toLowerCase())
			}] : [];
		}),
		isOr: query.get("search_type")?.toLowerCase() === "or"
	};
}
function matchesQuery(sim, { terms, isOr }, group) {
	if (terms.length === 0) return true;
	const matches = ({ field, values }) => {
		const texts = textsOf(sim, field, group).map((text) => text.toLowerCase());
		const isWhole = field === "subscription";
		return values.some((value) => texts.some((text) => isWhole ? text === value : text.includes(value)));
	};
	return isOr ? terms.some(matches) : terms.every(matches);
}
function textsOf(sim, field, group) {
	switch (field) {
		case "name": return [sim.tags.get("name") ?? ""];
		case "group": return [group?.tags.get("name") ?? ""];
		case "group_id": return [sim.groupId ?? ""];
		case "sim_id":
		case "imsi":
		case "iccid": return [sim.imsi];
		case "msisdn": return [sim.msisdn];
		case "serial_number": return [sim.serialNumber ?? ""];
		case "tag": return [...sim.tags.values()];
		case "bundles": return sim.bundles;
		case "status": return [sim.status];
		case "session_status": return ["OFFLINE"];
		case "subscription": return [sim.subscription];
		default: return [sim.moduleType];
	}
}
//#endregion
//#region src/operations/query.ts
const defaultLimit = 10;
const maxLimit = 100;
const queryOperations = [{
	operationId: "searchSims",
	handle: (context) => search(context, simQueryFields, (sim) => toSimView(sim))
}, {
	operationId: "searchSubscribers",
	handle: (context) => search(context, subscriberQueryFields, toSubscriberView)
}];
function search(context, fields, toRow) {
	const { world, operator, query, nowMs } = context;
	const wanted = toSimQuery(query, fields);
	const tooShort = wanted.terms.flatMap(({ values }) => values).find((value) => value.length < 2);
	if (tooShort !== void 0) throw invalid("query", tooShort);
	const searchType = query.get("search_type") || "and";
	if (!/^(and|or)$/i.test(searchType)) throw invalid("search_type", searchType);
	const { rows, headers } = takePage(context, {
		keys: keysAfter(operator.imsis, query.get("last_evaluated_key") ?? void 0),
		toRow(imsi) {
			const sim = asIndexed(world, imsi, nowMs);
			if (!sim) return void 0;
			return matchesQuery(sim, wanted, operator.groups.get(sim.groupId ?? "")) ? toRow(sim) : void 0;
		},
		defaultLimit,
		maxLimit
	});
	return arrange(world, "index", rows, headers);
}
//#endregion
//#region src/operations/resource-summaries.ts
const counted = [
	"ready",
	"active",
	"inactive",
	"standby",
	"suspended"
];
const resourceSummaryOperations = [{
	operationId: "getResourceSummary",
	handle({ world, operator, params, nowMs }) {
		const resourceSummaryType = params.resource_summary_type ?? "";
		if (resourceSummaryType !== "simsPerStatus") throw notFound("resource summary", resourceSummaryType);
		const counts = /* @__PURE__ */ new Map();
		for (const imsi of keysAfter(operator.imsis)) {
			const status = world.sims.get(imsi)?.status ?? "";
			counts.set(status, (counts.get(status) ?? 0) + 1);
		}
		return ok({
			resourceSummaryType,
			resourceSummaryItems: [{
				dimensions: [],
				updatedTime: nowMs,
				values: counted.map((status) => ({
					name: `${status}Sims`,
					value: counts.get(status) ?? 0
				}))
			}]
		});
	}
}];
//#endregion
//#region src/operations/check-permission.ts
function checkPermission(text, { unknownConditions }) {
	const read = parsePermission(text, unknownConditions);
	if ("problem" in read) throw new ApiFailure("EMU0100", [read.problem]);
}
//#endregion
//#region src/operations/views/role-view.ts
function toRoleView({ roleId, description, permission, createdMs, updatedMs }) {
	return {
		roleId,
		roleName: roleId,
		owner: "operator",
		description,
		permission,
		createDateTime: Math.floor(createdMs / 1e3),
		updateDateTime: Math.floor(updatedMs / 1e3)
	};
}
function toManagedRoleView({ roleId, description, permission, publishedMs }) {
	const publishedSeconds = Math.floor(publishedMs / 1e3);
	return {
		roleId,
		roleName: toRoleName(roleId),
		owner: "soracom",
		description: description ?? null,
		permission,
		createDateTime: publishedSeconds,
		updateDateTime: publishedSeconds
	};
}
function toRoleSummary({ permission: _, ...summary }) {
	return summary;
}
function toRoleVersionView({ roleId, description, permission, publishedMs }) {
	return {
		roleId,
		roleName: toRoleName(roleId),
		owner: "soracom",
		description: description ?? null,
		permission,
		version: 1,
		publishDateTime: Math.floor(publishedMs / 1e3)
	};
}
function toRoleName(roleId) {
	return roleId.slice(roleId.lastIndexOf(":") + 1);
}
//#endregion
//#region src/operations/find-role.ts
function findRole(operator, settings, roleId = "") {
	const role = roleOf(operator, settings, roleId);
	if (!role) throw notFound("role", roleId);
	return role;
}
function roleOf(operator, settings, roleId) {
	const own = operator.roles.get(roleId);
	if (own) return toRoleView(own);
	const managed = settings.soracomManagedRoles.find((role) => role.roleId === roleId);
	return managed && toManagedRoleView(managed);
}
//#endregion
//#region src/operations/views/user-view.ts
function toUserView(operator, settings, user) {
	const roles = [...user.roleIds].flatMap((roleId) => roleOf(operator, settings, roleId) ?? []);
	return {
		userName: user.userName,
		description: user.description,
		authKeyList: [...user.authKeys.values()].map(toAuthKeyView),
		roleList: roles.map(toRoleSummary),
		hasPassword: user.password !== null,
		permission: user.permission ?? settings.unsetPermission,
		createDateTime: Math.floor(user.createdMs / 1e3),
		updateDateTime: Math.floor(user.updatedMs / 1e3)
	};
}
//#endregion
//#region src/operations/roles.ts
const roleOperations = [
	{
		operationId: "listRoles",
		handle({ world, operator, query }) {
			const owner = query.get("owner") || "operator";
			const owners = owner === "all" ? roleOwners : roleOwners.filter((one) => one === owner);
			if (owners.length === 0) throw invalid("owner", owner);
			return ok([...[...operator.roles.values()].map(toRoleView), ...world.settings.soracomManagedRoles.map(toManagedRoleView)].filter((role) => owners.some((one) => one === role.owner)).map(toRoleSummary));
		}
	},
	{
		operationId: "getRole",
		handle: ({ world, operator, params }) => ok(findRole(operator, world.settings, params.role_id))
	},
	{
		operationId: "createRole",
		handle({ world, operator, params, body, nowMs }) {
			const roleId = params.role_id ?? "";
			const { permission, description } = readBody$2(roleRequestSchema, body);
			checkPermission(permission, world.settings);
			if (operator.roles.has(roleId)) throw new ApiFailure("EMU0102", ["role", roleId]);
			const { maxRoles } = world.settings;
			if (operator.roles.size >= maxRoles) throw new ApiFailure("EMU0103", ["role", maxRoles]);
			operator.roles.set(roleId, {
				roleId,
				description: description ?? null,
				permission,
				createdMs: nowMs,
				updatedMs: nowMs
			});
			return ok({ roleId });
		}
	},
	{
		operationId: "updateRole",
		handle({ world, operator, params, body, nowMs }) {
			const roleId = params.role_id ?? "";
			const role = operator.roles.get(roleId);
			if (!role) throw notFound("role", roleId);
			const { permission, description } = readBody$2(roleRequestSchema, body);
			checkPermission(permission, world.settings);
			role.permission = permission;
			if (description !== void 0) role.description = description;
			role.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "deleteRole",
		handle({ operator, params }) {
			const roleId = params.role_id ?? "";
			if (!operator.roles.has(roleId)) throw notFound("role", roleId);
			for (const { roleIds } of operator.users.values()) if (roleIds.has(roleId)) throw new ApiFailure("EMU0108", [roleId]);
			operator.roles.delete(roleId);
			return noContent;
		}
	},
	{
		operationId: "listRoleAttachedUsers",
		handle({ world, operator, params }) {
			const { roleId } = findRole(operator, world.settings, params.role_id);
			return ok([...operator.users.values()].filter(({ roleIds }) => roleIds.has(roleId)).map((user) => toUserView(operator, world.settings, user)));
		}
	},
	{
		operationId: "listRoleVersions",
		handle({ world, operator, params }) {
			const roleId = params.role_id ?? "";
			if (operator.roles.has(roleId)) throw new ApiFailure("EMU0111", [roleId]);
			const role = world.settings.soracomManagedRoles.find((one) => one.roleId === roleId);
			if (!role) throw notFound("role", roleId);
			return ok([toRoleVersionView(role)]);
		}
	}
];
//#endregion
//#region src/operations/sandbox-subscribers.ts
const sandboxSubscriberOperations = [{
	operationId: "sandboxCreateSubscriber",
	handle({ world, operator, body }) {
		const request = readBody$2(createSubscriberRequestSchema, body);
		const coverageType = operator.coverageTypes.has("jp") ? "jp" : "g";
		const subscription = request.subscription ?? world.settings.defaultSubscription[coverageType];
		const { bundles: allowed } = plans[subscription];
		const bundles = request.bundles ?? noBundles;
		for (const bundle of bundles) if (!allowed.includes(bundle)) throw new ApiFailure("EMU0020", [bundle, subscription]);
		return ok(toCreatedView(makeSim(world, operator, {
			subscription,
			bundles
		})));
	}
}];
const noBundles = Object.freeze([]);
//#endregion
//#region src/rules/shipping-area.ts
function toShippingArea(state) {
	return areas.get(state.trim());
}
const areas = new Map(Object.entries({
	hokkaido: "\u5317\u6d77\u9053",
	kita_tohoku: "\u9752\u68ee\u770c \u5ca9\u624b\u770c \u79cb\u7530\u770c",
	minami_tohoku: "\u5bae\u57ce\u770c \u5c71\u5f62\u770c \u798f\u5cf6\u770c",
	kanto: "\u8328\u57ce\u770c \u6803\u6728\u770c \u7fa4\u99ac\u770c \u57fc\u7389\u770c \u5343\u8449\u770c \u6771\u4eac\u90fd \u795e\u5948\u5ddd\u770c \u5c71\u68a8\u770c",
	shinetsu: "\u65b0\u6f5f\u770c \u9577\u91ce\u770c",
	hokuriku: "\u5bcc\u5c71\u770c \u77f3\u5ddd\u770c \u798f\u4e95\u770c",
	chubu: "\u5c90\u961c\u770c \u9759\u5ca1\u770c \u611b\u77e5\u770c \u4e09\u91cd\u770c",
	kansai: "\u6ecb\u8cc0\u770c \u4eac\u90fd\u5e9c \u5927\u962a\u5e9c \u5175\u5eab\u770c \u5948\u826f\u770c \u548c\u6b4c\u5c71\u770c",
	chugoku: "\u9ce5\u53d6\u770c \u5cf6\u6839\u770c \u5ca1\u5c71\u770c \u5e83\u5cf6\u770c \u5c71\u53e3\u770c",
	shikoku: "\u5fb3\u5cf6\u770c \u9999\u5ddd\u770c \u611b\u5a9b\u770c \u9ad8\u77e5\u770c",
	kyushu: "\u798f\u5ca1\u770c \u4f50\u8cc0\u770c \u9577\u5d0e\u770c \u718a\u672c\u770c \u5927\u5206\u770c \u5bae\u5d0e\u770c \u9e7f\u5150\u5cf6\u770c",
	okinawa: "\u6c96\u7e04\u770c"
}).flatMap(([area, names]) => names.split(" ").map((name) => [name, area])));
//#endregion
//#region src/operations/shipping-addresses.ts
const shippingAddressOperations = [
	{
		operationId: "listShippingAddresses",
		handle: ({ operator }) => ok({ shippingAddresses: [...operator.shippingAddresses.values()].map(toView$3) })
	},
	{
		operationId: "createShippingAddress",
		handle({ world, operator, body }) {
			const shippingAddressId = world.ids.uuid();
			const state = {
				shippingAddressId,
				...readAddress(operator, body)
			};
			operator.shippingAddresses.set(shippingAddressId, state);
			return created(toView$3(state));
		}
	},
	{
		operationId: "getShippingAddress",
		handle: ({ operator, params }) => ok(toView$3(find$2(operator, params.shipping_address_id)))
	},
	{
		operationId: "updateShippingAddress",
		handle({ operator, params, body }) {
			const state = find$2(operator, params.shipping_address_id);
			Object.assign(state, readAddress(operator, body));
			return ok();
		}
	},
	{
		operationId: "deleteShippingAddress",
		handle({ operator, params }) {
			operator.shippingAddresses.delete(find$2(operator, params.shipping_address_id).shippingAddressId);
			return ok();
		}
	}
];
function find$2(operator, shippingAddressId = "") {
	const state = operator.shippingAddresses.get(shippingAddressId);
	if (!state) throw notFound("shipping address", shippingAddressId);
	return state;
}
function readAddress(operator, body) {
	const address = readBody$2(shippingAddressRequestSchema, body);
	const shippingArea = toShippingArea(address.state);
	const isJapan = operator.coverageTypes.has("jp") && (address.countryCode ?? "JP") === "JP";
	if (isJapan && !/^\d{3}-?\d{4}$/.test(address.zipCode)) throw invalid("zipCode", address.zipCode);
	if (isJapan && !shippingArea) throw invalid("state", address.state);
	return {
		address,
		shippingArea: shippingArea ?? "kanto"
	};
}
function toView$3({ shippingAddressId, address, shippingArea }) {
	return {
		...address,
		countryCode: address.countryCode ?? "JP",
		phoneNumber: address.phoneNumber ?? "",
		shippingAddressId,
		shippingArea
	};
}
//#endregion
//#region src/operations/sim-history.ts
const simHistoryOperations = [{
	operationId: "listSimStatusHistory",
	handle(context) {
		const { world, operator, params, query, nowMs } = context;
		const sim = findSim(world, operator, params.sim_id ?? "");
		const fromMs = readInteger(query, "from") ?? 0;
		const toMs = readInteger(query, "to") ?? nowMs;
		const isAscending = readWord(query, "sort", ["desc", "asc"]) === "asc";
		return pageOf(context, {
			keys: indices(sim.history.length, isAscending, readKey(query)),
			toRow(index) {
				const change = sim.history[Number(index)];
				return change && change.timeMs >= fromMs && change.timeMs <= toMs ? toView$2(sim, change) : void 0;
			},
			defaultLimit: 30,
			maxLimit: 100
		});
	}
}];
function readKey(query) {
	const text = query.get("last_evaluated_key");
	if (text === null || text === "") return void 0;
	if (!/^\d{1,9}$/.test(text)) throw invalid("last_evaluated_key", text);
	return Number(text);
}
function* indices(length, isAscending, after) {
	if (isAscending) for (let index = after === void 0 ? 0 : after + 1; index < length; index += 1) yield `${index}`;
	else for (let index = Math.min(after ?? length, length) - 1; index >= 0; index -= 1) yield `${index}`;
}
function toView$2(sim, { timeMs, status, speedClass, groupId, bundles }) {
	const { imsi, subscription } = sim;
	return {
		simId: imsi,
		imsi,
		primaryImsi: imsi,
		isPrimary: true,
		subscription,
		bundles: [...bundles],
		status,
		speedClass,
		groupId,
		applyDateTimeEpochSec: Math.floor(timeMs / 1e3)
	};
}
//#endregion
//#region src/operations/register-with-secret.ts
function registerWithSecret({ world, operator, body, nowMs }, imsi) {
	const { registrationSecret, groupId, tags } = readBody$2(registerSubscriberRequestSchema, body);
	const sim = world.sims.get(imsi);
	if (!sim) throw notFound("subscriber", imsi);
	if (sim.operatorId !== void 0) throw new ApiFailure("EMU0010", [imsi]);
	if (sim.registrationSecret !== registrationSecret) throw new ApiFailure("EMU0009", [imsi]);
	const group = groupId ? findGroup(operator, groupId) : void 0;
	noteIndexChange(world, sim, nowMs);
	if (tags) sim.tags = withTags(sim.tags, Object.entries(tags));
	if (group) moveToGroup(operator, sim, group.groupId, nowMs);
	registerSim(operator, sim, nowMs);
	return sim;
}
//#endregion
//#region src/rules/may-change-status.ts
function mayChangeStatus(subscription, from, to, repeatedIsAccepted, moreUnsupported = {}) {
	const { unsupportedStatuses } = planRulesOf(subscription);
	if (unsupportedStatuses.includes(to) || moreUnsupported[subscription]?.includes(to)) return false;
	if (from === to) return repeatedIsAccepted;
	return from !== "terminated" && to !== "ready";
}
//#endregion
//#region src/operations/sim-changes.ts
const simChanges = {
	activate: toStatus$1("active"),
	deactivate: toStatus$1("inactive"),
	setToStandby: toStatus$1("standby"),
	suspend: toStatus$1("suspended"),
	terminate: toStatus$1("terminated"),
	enableTermination(sim) {
		sim.terminationEnabled = true;
	},
	disableTermination(sim) {
		sim.terminationEnabled = false;
	},
	setExpiryTime(sim, { world, body }) {
		const request = readBody$2(expiryTimeRequestSchema, body);
		const expiryMs = Number(request.expiryTime);
		if (!Number.isSafeInteger(expiryMs) || expiryMs < 0) throw invalid("expiryTime", request.expiryTime);
		if (request.expiryAction === "terminate" && world.settings.expiryTerminateNeedsPermission && !sim.terminationEnabled) throw new ApiFailure("EMU0008", [sim.imsi]);
		sim.expiryMs = expiryMs;
		sim.expiryAction = request.expiryAction ?? world.settings.defaultExpiryAction;
		enqueue(world.expiries, expiryMs, sim.imsi);
	},
	unsetExpiryTime(sim) {
		sim.expiryMs = null;
		sim.expiryAction = null;
	},
	setGroup(sim, { operator, body, nowMs }) {
		const { groupId } = readBody$2(setGroupRequestSchema, body);
		moveToGroup(operator, sim, findGroup(operator, groupId ?? "").groupId, nowMs);
	},
	unsetGroup: (sim, { operator, nowMs }) => moveToGroup(operator, sim, null, nowMs),
	putTags(sim, { body }) {
		sim.tags = putTags(sim.tags, body);
	},
	putBundles(sim, { body, nowMs }) {
		const bundles = readBody$2(v.array(v.string()), body);
		const { bundles: allowed } = planRulesOf(sim.subscription);
		for (const bundle of bundles) if (!allowed.includes(bundle)) throw new ApiFailure("EMU0020", [bundle, sim.subscription]);
		sim.bundles = bundles;
		recordChange(sim, nowMs);
	},
	updateSpeedClass(sim, { body, nowMs }) {
		const { speedClass } = readBody$2(updateSpeedClassRequestSchema, body);
		const { speedClasses } = planRulesOf(sim.subscription);
		if (!speedClasses.includes(speedClass)) throw new ApiFailure("EMU0021", [speedClass, sim.subscription]);
		sim.speedClass = speedClass;
		recordChange(sim, nowMs);
	},
	setImeiLock(sim, { body }) {
		const { imei } = readBody$2(v.object({ imei: v.exactOptional(v.string()) }), body);
		if (imei === void 0 || !/^\d{14,16}(\|ANONYMOUS)?$/.test(imei)) throw invalid("imei", imei ?? "");
		sim.imeiLock = { imei };
	},
	unsetImeiLock(sim) {
		sim.imeiLock = null;
	},
	deleteSession({ imsi }) {
		throw new ApiFailure("SEM0016", [imsi]);
	}
};
function toStatus$1(to) {
	return (sim, { world, nowMs }) => {
		const { status, subscription, terminationEnabled, imsi } = sim;
		const { repeatedStateIsAccepted, moreUnsupportedStatuses } = world.settings;
		if (!mayChangeStatus(subscription, status, to, repeatedStateIsAccepted, moreUnsupportedStatuses)) throw new ApiFailure("EMU0007", [
			status,
			to,
			subscription
		]);
		if (to === "terminated" && status !== "terminated" && !terminationEnabled) throw new ApiFailure("EMU0008", [imsi]);
		changeStatus(sim, to, nowMs);
	};
}
//#endregion
//#region src/operations/sim-operations.ts
function listOperation({ toView, idParam }, operationId) {
	return {
		operationId,
		handle(context) {
			const { world, operator, query } = context;
			const filter = idParam === "imsi" ? readSimFilter(query) : noFilter;
			if (operationId === "listSims" && world.settings.limitBelowOne === "fails" && Number(query.get("limit") || 1) < 1) throw new ApiFailure("COM0003", ["limit"]);
			return pageOf(context, {
				...keysOfPage(context, operator.imsis),
				toRow(imsi) {
					const sim = world.sims.get(imsi);
					return sim && matchesFilter(sim, filter) ? toView(sim) : void 0;
				},
				defaultLimit: world.settings.pageSize,
				maxLimit: world.settings.pageSize
			});
		}
	};
}
function getOperation(api, operationId) {
	return {
		operationId,
		handle: (context) => ok(api.toView(simOf(api, context)))
	};
}
function changeOperation(api, operationId, change) {
	return {
		operationId,
		handle(context) {
			const sim = simOf(api, context);
			noteIndexChange(context.world, sim, context.nowMs);
			change(sim, context);
			sim.modifiedMs = context.nowMs;
			return ok(api.toView(sim));
		}
	};
}
function deleteTagOperation(api, operationId) {
	return {
		operationId,
		handle(context) {
			const sim = simOf(api, context);
			const name = context.params.tag_name ?? "";
			noteIndexChange(context.world, sim, context.nowMs);
			sim.tags = removeTag(sim.tags, name);
			sim.modifiedMs = context.nowMs;
			return noContent;
		}
	};
}
const noFilter = toSimFilter(new URLSearchParams());
function simOf({ idParam }, { world, operator, params }) {
	return findSim(world, operator, params[idParam] ?? "");
}
//#endregion
//#region src/operations/sims.ts
const api$1 = {
	idParam: "sim_id",
	toView: (sim) => toSimView(sim)
};
const simOperations = [
	listOperation(api$1, "listSims"),
	getOperation(api$1, "getSim"),
	{
		operationId: "registerSim",
		handle: (context) => created(toSimView(registerWithSecret(context, context.params.sim_id ?? "")))
	},
	changeOperation(api$1, "activateSim", simChanges.activate),
	changeOperation(api$1, "deactivateSim", simChanges.deactivate),
	changeOperation(api$1, "setSimToStandby", simChanges.setToStandby),
	changeOperation(api$1, "suspendSim", simChanges.suspend),
	changeOperation(api$1, "terminateSim", simChanges.terminate),
	changeOperation(api$1, "enableSimTermination", simChanges.enableTermination),
	changeOperation(api$1, "disableSimTermination", simChanges.disableTermination),
	changeOperation(api$1, "setSimExpiryTime", simChanges.setExpiryTime),
	changeOperation(api$1, "unsetSimExpiryTime", simChanges.unsetExpiryTime),
	changeOperation(api$1, "setSimGroup", simChanges.setGroup),
	changeOperation(api$1, "unsetSimGroup", simChanges.unsetGroup),
	changeOperation(api$1, "putSimTags", simChanges.putTags),
	deleteTagOperation(api$1, "deleteSimTag"),
	changeOperation(api$1, "updateSimSpeedClass", simChanges.updateSpeedClass),
	changeOperation(api$1, "setSimImeiLock", simChanges.setImeiLock),
	changeOperation(api$1, "unsetSimImeiLock", simChanges.unsetImeiLock),
	changeOperation(api$1, "deleteSimSession", simChanges.deleteSession)
];
//#endregion
//#region src/rules/sms.ts
function toSmsProblem(text, encoding) {
	if (encoding === 2) return text.length > 70 ? tooLong(text.length, 70) : void 0;
	const foreign = [...text].find((character) => !basic.has(character) && !extended.has(character));
	if (foreign !== void 0) return {
		code: "EMU0185",
		args: [foreign]
	};
	const length = [...text].reduce((sum, character) => sum + (extended.has(character) ? 2 : 1), 0);
	return length > 160 ? tooLong(length, 160) : void 0;
}
function tooLong(length, most) {
	return {
		code: "EMU0184",
		args: [length, most]
	};
}
const basic = /* @__PURE__ */ new Set("@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9 !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0");
const extended = /* @__PURE__ */ new Set("\f^{}\\[~]|\u20ac");
//#endregion
//#region src/operations/sms.ts
const smsOperations = [
	{
		operationId: "sendSms",
		handle: (context) => send$1(context, context.params.imsi)
	},
	{
		operationId: "sendSmsToSim",
		handle: (context) => send$1(context, context.params.sim_id)
	},
	{
		operationId: "sendSmsByMsisdn",
		handle(context) {
			const { world, operator, params } = context;
			const msisdn = params.msisdn ?? "";
			const sim = world.sims.get(world.imsisByMsisdn.get(msisdn) ?? "");
			return send$1(context, sim?.operatorId === operator.operatorId ? sim.imsi : msisdn);
		}
	}
];
function send$1({ world, operator, body }, imsi = "") {
	const sim = findSim(world, operator, imsi);
	if (!(world.settings.smsSubscriptions.includes(sim.subscription) && sim.status !== "terminated")) throw new ApiFailure("EMU0182", [imsi]);
	const { payload, encodingType } = readBody$2(sendSmsRequestSchema, body);
	const encoding = encodingType ?? 2;
	if (encoding !== 1 && encoding !== 2) throw invalid("encodingType", encoding);
	const problem = toSmsProblem(payload, encoding);
	if (problem) throw new ApiFailure(problem.code, problem.args);
	return {
		status: 202,
		body: { messageId: world.ids.uuid() }
	};
}
//#endregion
//#region src/operations/keys-in-order.ts
function keysInOrder(keys, query, defaultSort) {
	const ordered = (readWord(query, "sort", ["asc", "desc"]) ?? defaultSort) === "asc" ? keys : keys.toReversed();
	const last = query.get("last_evaluated_key");
	const at = last ? ordered.indexOf(last) : -1;
	return ordered.slice(at + 1);
}
//#endregion
//#region src/operations/soralet-versions.ts
const mostVersions = 10;
const mostBytes = 4194304;
const soraletVersionOperations = [
	{
		operationId: "listSoraletVersions",
		handle(context) {
			const soralet = find$1(context);
			return pageOf(context, {
				keys: keysInOrder([...soralet.versions.keys()].map(String), context.query, "desc"),
				toRow(version) {
					const state = soralet.versions.get(Number(version));
					return state && toView$1(context.operator, soralet, state);
				},
				defaultLimit: mostVersions,
				maxLimit: mostVersions
			});
		}
	},
	{
		operationId: "uploadSoraletCode",
		reads: "bytes",
		handle(context) {
			const { operator, body: code, nowMs } = context;
			const soralet = find$1(context);
			if (code.length === 0) throw new ApiFailure("COM0008", ["may not be empty:body"]);
			if (code.length > mostBytes) throw new ApiFailure("EMU0144", [mostBytes, "bytes of a module"]);
			if (soralet.versions.size >= mostVersions) throw new ApiFailure("EMU0144", [mostVersions, "versions of a Soralet"]);
			soralet.lastVersion += 1;
			soralet.modifiedMs = nowMs;
			const state = {
				version: soralet.lastVersion,
				sizeBytes: code.length,
				hash: createHash("sha256").update(code).digest("hex"),
				createdMs: nowMs
			};
			soralet.versions.set(state.version, state);
			return created(toView$1(operator, soralet, state));
		}
	},
	{
		operationId: "deleteSoraletVersion",
		handle({ operator, params: { soralet_id: soraletId = "", version = "" }, nowMs }) {
			const soralet = operator.account.soralets.get(soraletId);
			if (!soralet?.versions.delete(Number(version))) throw notFound("Soralet version", `${soraletId}/${version}`);
			soralet.modifiedMs = nowMs;
			return noContent;
		}
	}
];
function find$1({ world, operator, params: { soralet_id: soraletId = "" } }) {
	const soralet = operator.account.soralets.get(soraletId);
	if (!soralet) throw unlistedNotFound(world, "Soralet", soraletId);
	return soralet;
}
function toView$1({ operatorId, coverageTypes }, { soraletId }, { version, sizeBytes, hash, createdMs }) {
	const [coverageType = "jp"] = coverageTypes;
	return {
		soraletId,
		operatorId,
		version,
		size: sizeBytes,
		hash,
		srn: `srn:soracom:${operatorId}:${coverageType}:Soralet:${soraletId}/${version}`,
		createdTime: createdMs
	};
}
//#endregion
//#region src/operations/soralets.ts
const mostSoralets = 20;
const soraletOperations = [
	{
		operationId: "listSoralets",
		handle(context) {
			const { operatorId, account } = context.operator;
			return pageOf(context, {
				keys: keysInOrder([...account.soralets.keys()].sort(), context.query, "asc"),
				toRow(soraletId) {
					const soralet = account.soralets.get(soraletId);
					return soralet && toView(soralet, operatorId);
				},
				defaultLimit: mostSoralets,
				maxLimit: mostSoralets
			});
		}
	},
	{
		operationId: "createSoralet",
		handle({ operator, body, nowMs }) {
			const { soraletId, description = null } = readBody$2(createSoraletRequestSchema, body);
			const { soralets } = operator.account;
			if (!/^[\w-]{1,100}$/.test(soraletId)) throw invalid("soraletId", soraletId);
			if (soralets.has(soraletId)) throw new ApiFailure("EMU0143", ["Soralet", soraletId]);
			if (soralets.size >= mostSoralets) throw new ApiFailure("EMU0144", [mostSoralets, "Soralets"]);
			const times = {
				createdMs: nowMs,
				modifiedMs: nowMs
			};
			soralets.set(soraletId, {
				soraletId,
				description,
				...times,
				lastVersion: 0,
				versions: /* @__PURE__ */ new Map()
			});
			return created();
		}
	},
	{
		operationId: "getSoralet",
		handle: (context) => ok(toView(find(context), context.operator.operatorId))
	},
	{
		operationId: "deleteSoralet",
		handle(context) {
			context.operator.account.soralets.delete(find(context).soraletId);
			return noContent;
		}
	},
	{
		operationId: "testSoralet",
		handle({ world, operator, params: { soralet_id: soraletId = "" }, body }) {
			const { version } = readBody$2(testSoraletRequestSchema, body);
			const soralet = operator.account.soralets.get(soraletId);
			if (!soralet) throw unlistedNotFound(world, "Soralet", soraletId);
			if (!soralet.versions.has(Number(version))) throw unlistedNotFound(world, "Soralet version", version);
			return ok({});
		}
	},
	...soraletVersionOperations
];
function find({ operator, params: { soralet_id: soraletId = "" } }) {
	const soralet = operator.account.soralets.get(soraletId);
	if (!soralet) throw notFound("Soralet", soraletId);
	return soralet;
}
function toView({ soraletId, description, createdMs, modifiedMs }, operatorId) {
	return {
		soraletId,
		operatorId,
		description,
		createdTime: createdMs,
		updatedTime: modifiedMs
	};
}
//#endregion
//#region src/rules/stats-reach.ts
const reachOfSim = {
	month: { months: 18 },
	day: { months: 18 },
	minutes: { days: 32 }
};
const reachOfMany = {
	month: { months: 3 },
	day: { days: 7 }
};
function oldestBucketStart(reach, period, nowMs, offsetMinutes) {
	const back = reach[period] ?? { days: 0 };
	if ("days" in back) return bucketStart(Math.floor((nowMs - back.days * dayMs) / 1e3), period, offsetMinutes);
	return monthStartMs(shiftMonth(toMonthText(nowMs, offsetMinutes), -back.months), offsetMinutes) / 1e3;
}
//#endregion
//#region src/state/lagging-stats.ts
function noteStatsPoint(world, sim, kind, { unixtime, values, nowMs }) {
	const rule = world.consistency.stats;
	if (rule === "immediate") return;
	const key = `${sim.imsi} ${kind}`;
	let stats = world.laggingStats.get(key);
	if (!stats) {
		stats = {
			table: structuredClone(sim[kind] ?? createStatsTable()),
			points: []
		};
		world.laggingStats.set(key, stats);
	}
	stats.points.push({
		unixtime,
		values,
		delay: toDelay(rule, nowMs, world.draws.number),
		missedReads: 0
	});
}
function statsSeen(world, sim, kind, nowMs) {
	const key = `${sim.imsi} ${kind}`;
	const stats = world.laggingStats.size > 0 ? world.laggingStats.get(key) : void 0;
	if (!stats) return sim[kind];
	const late = [];
	for (const point of stats.points) if (isSeen(point.delay, nowMs, point.missedReads)) insertPoint(stats.table, point.unixtime, point.values, world.settings.bucketZoneOffsetMinutes);
	else {
		point.missedReads += 1;
		late.push(point);
	}
	stats.points = late;
	if (late.length === 0) world.laggingStats.delete(key);
	return late.length === 0 ? sim[kind] : stats.table;
}
//#endregion
//#region src/operations/read-stats-range.ts
function readStatsRange(context, reach) {
	const { query } = context;
	const period = statsPeriods.find((one) => one === query.get("period") && reach[one]);
	if (!period) throw invalid("period", query.get("period") ?? "");
	return toStatsRange(context, reach, {
		period,
		from: readTime$1(query, "from"),
		to: readTime$1(query, "to")
	});
}
function toStatsRange({ world, nowMs }, reach, { period, from, to }) {
	const { bucketZoneOffsetMinutes: offset, statsReach } = world.settings;
	if (!isStatsTime(from)) throw invalid("from", from);
	if (!isStatsTime(to)) throw invalid("to", to);
	const fromStart = bucketStart(from, period, offset);
	const toStart = bucketStart(to, period, offset);
	if (statsReach === "unlimited") return {
		period,
		offset,
		fromStart,
		toStart
	};
	return {
		period,
		offset,
		fromStart: Math.max(fromStart, oldestBucketStart(reach, period, nowMs, offset)),
		toStart
	};
}
function readTime$1(query, name) {
	const text = query.get(name) ?? "";
	if (!/^\d+$/.test(text)) throw invalid(name, text);
	return Number(text);
}
//#endregion
//#region src/operations/stats.ts
const airNames = [
	"uploadByteSizeTotal",
	"downloadByteSizeTotal",
	"uploadPacketSizeTotal",
	"downloadPacketSizeTotal"
];
const statsOperations = [
	{
		operationId: "sandboxInsertAirStats",
		handle(context) {
			const { unixtime, dataTrafficStatsMap } = readBody$2(insertAirStatsRequestSchema, context.body);
			insert(context, "air", unixtime, new Map(Object.entries(dataTrafficStatsMap).map(([speedClass, traffic]) => [speedClass, airNames.map((name) => readCount(name, traffic[name]))])));
			return ok();
		}
	},
	{
		operationId: "sandboxInsertBeamStats",
		handle(context) {
			const { unixtime, beamStatsMap } = readBody$2(insertBeamStatsRequestSchema, context.body);
			insert(context, "beam", unixtime, new Map(Object.entries(beamStatsMap).map(([protocol, counts]) => [protocol, [readCount("count", counts?.count)]])));
			return ok();
		}
	},
	{
		operationId: "getAirStats",
		handle: (context) => rowsOf(context, toAirRows(context, readable(context, context.params.imsi)))
	},
	{
		operationId: "getAirStatsOfSim",
		handle: (context) => rowsOf(context, toAirRows(context, readable(context, context.params.sim_id)))
	},
	{
		operationId: "getBeamStats",
		handle: (context) => rowsOf(context, toRows(context, readable(context, context.params.imsi), "beam", (counters) => ({ beamStatsMap: Object.fromEntries([...counters].map(([protocol, [count = 0]]) => [protocol, { count }])) })))
	},
	{
		operationId: "getAirStatsOfGroup",
		handle(context) {
			const groupId = context.params.group_id ?? "";
			const group = context.operator.groups.get(groupId);
			if (!group) throw new ApiFailure("EMU0005", ["group", groupId], context.world.settings.unknownStatsImsiStatus);
			return rowsOf(context, toSums(context, keysAfter(group.members)));
		}
	},
	{
		operationId: "getAirStatsOfOperator",
		handle: (context) => rowsOf(context, toSums(context, keysAfter(context.operator.imsis)))
	},
	{
		operationId: "getFunkStats",
		handle: noUsage
	},
	{
		operationId: "getFunnelStats",
		handle: noUsage
	},
	{
		operationId: "getHarvestStats",
		handle: noUsage
	}
];
function noUsage(context) {
	readable(context, context.params.imsi);
	readStatsRange(context, reachOfSim);
	return ok([]);
}
function rowsOf({ world }, rows) {
	return arrange(world, "stats", rows, void 0);
}
function insert(context, kind, unixtime, values) {
	const { world, params, nowMs } = context;
	const sim = unregisteredSim(context, params.imsi) ?? statsSim(context, params.imsi);
	if (!isStatsTime(unixtime)) throw invalid("unixtime", unixtime);
	if (!sim[kind]?.times.has(unixtime)) noteStatsPoint(world, sim, kind, {
		unixtime,
		values,
		nowMs
	});
	sim[kind] ??= createStatsTable();
	if (!insertPoint(sim[kind], unixtime, values, world.settings.bucketZoneOffsetMinutes)) throw new ApiFailure("EMU0011", [sim.imsi, unixtime]);
	if (world.settings.statsActivateReadySims && sim.status === "ready") changeStatus(sim, "active", nowMs);
}
function readCount(name, value) {
	const count = value ?? 0;
	if (!Number.isSafeInteger(count) || count < 0) throw invalid(name, count);
	return count;
}
function unregisteredSim({ world, operator }, imsi = "") {
	if (!world.settings.unregisteredStatsAccepted) return void 0;
	const sim = world.sims.get(imsi);
	return sim && sim.operatorId === void 0 && operator.madeImsis.lastIndexOf(imsi) >= 0 ? sim : void 0;
}
function statsSim({ world, operator }, imsi = "") {
	const sim = world.sims.get(imsi);
	if (sim?.operatorId === operator.operatorId) return sim;
	throw new ApiFailure("EMU0005", ["subscriber", imsi], world.settings.unknownStatsImsiStatus);
}
function readable(context, imsi) {
	const sim = statsSim(context, imsi);
	const { terminatedStatsReadable, unknownStatsImsiStatus } = context.world.settings;
	if (sim.status === "terminated" && !terminatedStatsReadable) throw new ApiFailure("EMU0005", ["subscriber", sim.imsi], unknownStatsImsiStatus);
	return sim;
}
function toAirRows(context, sim) {
	return toRows(context, sim, "air", (counters) => ({ dataTrafficStatsMap: Object.fromEntries([...counters].map(([speedClass, values]) => [speedClass, Object.fromEntries(airNames.map((name, index) => [name, values[index] ?? 0]))])) }));
}
function toRows(context, sim, kind, toRow) {
	const table = statsSeen(context.world, sim, kind, context.nowMs);
	const { period, fromStart, toStart, offset } = readStatsRange(context, reachOfSim);
	return inOrder(context, bucketsBetween(table, period, fromStart, toStart, offset)).map(([unixtime, counters]) => ({
		date: bucketDate(unixtime, period, offset),
		unixtime,
		...toRow(counters)
	}));
}
function toSums(context, imsis) {
	const { period, fromStart, toStart, offset } = readStatsRange(context, reachOfMany);
	const sums = /* @__PURE__ */ new Map();
	for (const imsi of imsis) {
		const sim = context.world.sims.get(imsi);
		if (!sim) continue;
		const table = statsSeen(context.world, sim, "air", context.nowMs);
		for (const [unixtime, counters] of bucketsBetween(table, period, fromStart, toStart, offset)) {
			const sum = sums.get(unixtime) ?? new Map([["all", [0, 0]]]);
			for (const [upload = 0, download = 0] of counters.values()) addCounters(sum, new Map([["all", [upload, download]]]));
			sums.set(unixtime, sum);
		}
	}
	return inOrder(context, [...sums].sort(([left], [right]) => left - right)).map(([unixtime, sum]) => {
		const [uploadByteSizeTotal = 0, downloadByteSizeTotal = 0] = sum.get("all") ?? [];
		return {
			unixtime,
			uploadByteSizeTotal,
			downloadByteSizeTotal
		};
	});
}
function inOrder({ world }, rows) {
	return world.settings.statsOrder === "oldestFirst" ? rows : rows.toReversed();
}
//#endregion
//#region src/rules/stats-csv.ts
function toAirCsv(sims, range, billed, labels) {
	const rows = sims.flatMap((sim) => {
		const isByClass = coverageTypeOf(sim.subscription, billed) === "jp";
		return bucketsOf(sim.air, range).flatMap(([date, counters]) => [...isByClass ? counters : sumAs(sim.subscription, counters)].map(([type, [uploadBytes = 0, downloadBytes = 0, uploadPackets = 0, downloadPackets = 0]]) => [
			sim.imsi,
			date,
			type,
			uploadBytes,
			uploadPackets,
			downloadBytes,
			downloadPackets,
			...labels.of(sim.imsi)
		]));
	});
	return toCsv([
		"imsi",
		"date",
		"type",
		...[
			"uploadByteSizeTotal",
			"uploadPacketCountTotal",
			"downloadByteSizeTotal",
			"downloadPacketCountTotal"
		],
		...labels.columns
	], rows);
}
function toBeamCsv(sims, range, labels) {
	const rows = sims.flatMap((sim) => bucketsOf(sim.beam, range).flatMap(([date, counters]) => [...counters].map(([type, [count = 0]]) => [
		sim.imsi,
		date,
		type,
		count,
		...labels.of(sim.imsi)
	])));
	return toCsv([
		"imsi",
		"date",
		"type",
		"count",
		...labels.columns
	], rows);
}
function bucketsOf(table, { period, fromStart, toStart, offset }) {
	return bucketsBetween(table, period, fromStart, toStart, offset).map(([start, counters]) => [bucketDate(start, period, offset), counters]);
}
function sumAs(name, counters) {
	const sum = /* @__PURE__ */ new Map();
	for (const numbers of counters.values()) addCounters(sum, new Map([[name, numbers]]));
	return sum;
}
//#endregion
//#region src/operations/stats-exports.ts
const statsExportOperations = [{
	operationId: "exportAirStats",
	handle: (context) => exportStats(context, "air")
}, {
	operationId: "exportBeamStats",
	handle: (context) => exportStats(context, "beam")
}];
function exportStats(context, kind) {
	const { world, operator, body } = context;
	const range = toStatsRange(context, reachOfSim, readBody$2(exportStatsRequestSchema, body));
	const sims = simsWithUsage(context, kind, range);
	const labels = csvLabelsOf(world, operator, sims.map(({ imsi }) => imsi));
	const text = kind === "air" ? toAirCsv(sims, range, billedCoverageType(operator.coverageTypes), labels) : toBeamCsv(sims, range, labels);
	return answerExport(context, `${kind}-${range.period}`, text);
}
function simsWithUsage({ world, operator }, kind, range) {
	const { period, fromStart, toStart, offset } = range;
	return [...keysAfter(operator.imsis)].flatMap((imsi) => {
		const sim = world.sims.get(imsi);
		return sim && bucketsBetween(sim[kind], period, fromStart, toStart, offset).length > 0 ? [sim] : [];
	});
}
//#endregion
//#region src/rules/subscribers-csv.ts
function toSubscribersCsv(sims, labels) {
	const rows = sims.map((sim) => [
		sim.imsi,
		sim.msisdn,
		sim.imsi,
		sim.imsi,
		sim.serialNumber,
		sim.subscription,
		sim.bundles.join("|"),
		sim.moduleType,
		sim.status,
		sim.speedClass,
		sim.ipAddress,
		sim.createdMs,
		sim.modifiedMs,
		sim.expiryMs,
		sim.expiryAction,
		sim.terminationEnabled,
		sim.groupId,
		...labels.of(sim.imsi)
	]);
	return toCsv([...columns, ...labels.columns], rows);
}
const columns = [
	"imsi",
	"msisdn",
	"iccid",
	"simId",
	"serialNumber",
	"subscription",
	"bundles",
	"moduleType",
	"status",
	"speedClass",
	"ipAddress",
	"createdTime",
	"lastModifiedTime",
	"expiryTime",
	"expiryAction",
	"terminationEnabled",
	"groupId"
];
//#endregion
//#region src/operations/subscribers.ts
const api = {
	idParam: "imsi",
	toView: toSubscriberView
};
const subscriberOperations = [
	listOperation(api, "listSubscribers"),
	getOperation(api, "getSubscriber"),
	{
		operationId: "getSubscriberByMsisdn",
		handle({ world, operator, params }) {
			const msisdn = params.msisdn ?? "";
			const sim = world.sims.get(world.imsisByMsisdn.get(msisdn) ?? "");
			if (sim?.operatorId !== operator.operatorId) throw notFound("subscriber", msisdn);
			return ok(toSubscriberView(sim));
		}
	},
	{
		operationId: "registerSubscriber",
		handle(context) {
			const sim = registerWithSecret(context, context.params.imsi ?? "");
			return {
				status: context.world.settings.registerStatus,
				body: toSubscriberView(sim)
			};
		}
	},
	{
		operationId: "exportSubscribers",
		handle(context) {
			const { world, operator } = context;
			const imsis = [...keysAfter(operator.imsis)];
			return answerExport(context, "subscribers", toSubscribersCsv(imsis.flatMap((imsi) => world.sims.get(imsi) ?? []), csvLabelsOf(world, operator, imsis)));
		}
	},
	changeOperation(api, "activateSubscriber", simChanges.activate),
	changeOperation(api, "deactivateSubscriber", simChanges.deactivate),
	changeOperation(api, "setSubscriberToStandby", simChanges.setToStandby),
	changeOperation(api, "suspendSubscriber", simChanges.suspend),
	changeOperation(api, "terminateSubscriber", simChanges.terminate),
	changeOperation(api, "enableTermination", simChanges.enableTermination),
	changeOperation(api, "disableTermination", simChanges.disableTermination),
	changeOperation(api, "setExpiryTime", simChanges.setExpiryTime),
	changeOperation(api, "unsetExpiryTime", simChanges.unsetExpiryTime),
	changeOperation(api, "setGroup", simChanges.setGroup),
	changeOperation(api, "unsetGroup", simChanges.unsetGroup),
	changeOperation(api, "putSubscriberTags", simChanges.putTags),
	deleteTagOperation(api, "deleteSubscriberTag"),
	changeOperation(api, "putBundles", simChanges.putBundles),
	changeOperation(api, "updateSpeedClass", simChanges.updateSpeedClass),
	changeOperation(api, "setImeiLock", simChanges.setImeiLock),
	changeOperation(api, "unsetImeiLock", simChanges.unsetImeiLock),
	changeOperation(api, "deleteSubscriberSession", simChanges.deleteSession)
];
//#endregion
//#region src/rules/permissions/is-in-force.ts
function isInForce({ condition }, circumstances) {
	if (condition === void 0) return true;
	const read = parseCondition(condition);
	if (unknownTerms(read).length > 0) return circumstances.unknownConditions === "met";
	return isMet(read, circumstances);
}
//#endregion
//#region src/rules/permissions/may-switch.ts
function maySwitch(statements, srn, circumstances) {
	const inForce = statements.filter(({ principals }) => principals.includes(srn)).filter((statement) => isInForce(statement, circumstances));
	return inForce.some(({ effect }) => effect === "allow") && !inForce.some(({ effect }) => effect === "deny");
}
function toUserSrn(operatorId, userName) {
	return userName === void 0 ? `srn:soracom:${operatorId}::Operator:${operatorId}` : `srn:soracom:${operatorId}::User:${userName}`;
}
//#endregion
//#region src/operations/to-circumstances.ts
function toCircumstances({ world, params, nowMs }, { user }) {
	const { callerIpAddress, conditionZoneOffsetMinutes, unknownConditions } = world.settings;
	return {
		params,
		nowMs,
		samUserName: user?.userName,
		ipAddress: callerIpAddress,
		zoneOffsetMinutes: conditionZoneOffsetMinutes,
		unknownConditions
	};
}
//#endregion
//#region src/operations/switch-user.ts
const defaultTimeoutSeconds = 3600;
const switchUserOperations = [{
	operationId: "switchUser",
	handle(context) {
		const { world, session, body } = context;
		const { operatorId, userName, tokenTimeoutSeconds } = readBody$2(switchUserRequestSchema, body);
		const operator = world.operators.get(operatorId);
		const user = operator?.users.get(userName);
		const from = toUserSrn(session.operatorId, session.user?.userName);
		const policy = parseTrustPolicy(user?.trustPolicy ?? noPolicy, "unmet");
		const isTrusted = "value" in policy && maySwitch(policy.value.statements, from, toCircumstances(context, session));
		if (!operator || !user || !isTrusted || from === toUserSrn(operatorId, userName)) throw new ApiFailure("EMU0110", [userName, operatorId]);
		return ok(toAuthView(openSession(world, operator, {
			timeoutSeconds: tokenTimeoutSeconds ?? defaultTimeoutSeconds,
			user
		})));
	}
}];
const noPolicy = "{\"statements\":[]}";
//#endregion
//#region src/operations/traffic-ranking.ts
const trafficRankingOperations = [{
	operationId: "searchSubscriberTrafficVolumeRanking",
	handle({ world, operator, query }) {
		const [fromSeconds, toSeconds] = [readTime(query, "from"), readTime(query, "to")];
		const isAscending = readWord(query, "order", ["desc", "asc"]) === "asc";
		const limit = readLimit(query, 10, 500);
		const { bucketZoneOffsetMinutes: offset, rankingHasIdleSims } = world.settings;
		const ranks = [];
		for (const imsi of keysAfter(operator.imsis)) {
			const air = world.sims.get(imsi)?.air;
			const trafficVolume = air ? bytesBetween(air, fromSeconds, toSeconds, offset) : 0;
			if (trafficVolume > 0 || rankingHasIdleSims) ranks.push({
				imsi,
				trafficVolume
			});
		}
		ranks.sort((left, right) => (right.trafficVolume - left.trafficVolume) * (isAscending ? -1 : 1));
		return ok(ranks.slice(0, limit));
	}
}];
function readTime(query, name) {
	const timeMs = readInteger(query, name);
	const seconds = Math.floor((timeMs ?? -1e3) / 1e3);
	if (!isStatsTime(seconds)) throw invalid(name, query.get(name) ?? "");
	return seconds;
}
function bytesBetween(air, fromSeconds, toSeconds, offset) {
	const [first, last] = [bucketStart(fromSeconds, "minutes", offset), bucketStart(toSeconds, "minutes", offset)];
	let bytes = 0;
	for (const [, counters] of bucketsBetween(air, "minutes", first, last, offset)) for (const [upload = 0, download = 0] of counters.values()) bytes += upload + download;
	return bytes;
}
//#endregion
//#region src/operations/transfer-tokens.ts
const transferTokenOperations = [
	{
		operationId: "issueSubscriberTransferToken",
		handle(context) {
			const { world, operator, body, nowMs } = context;
			const request = readBody$2(issueTransferTokenRequestSchema, body);
			const { transferDestinationOperatorId: operatorId, transferDestinationOperatorEmail: email } = request;
			const receiver = world.operators.get(operatorId);
			if (!receiver || receiver === operator || receiver.email !== email) throw new ApiFailure("EMU0186", [operatorId]);
			const imsis = [...new Set(request.transferImsi)];
			if (imsis.length === 0) throw invalid("transferImsi", "[]");
			const { token } = addTransfer(world, operator, receiver, imsis.map((imsi) => findTransferable(context, imsi)));
			putMail(world, {
				kind: "simTransfer",
				email,
				token,
				operatorId,
				sentMs: nowMs
			});
			return ok({ token });
		}
	},
	{
		operationId: "verifySubscriberTransferToken",
		handle({ world, operator, body, nowMs }) {
			const { token } = readBody$2(transferTokenSchema, body);
			const transfer = world.transfers.get(token);
			const sender = world.operators.get(transfer?.fromOperatorId ?? "");
			if (!transfer || !sender || transfer.toOperatorId !== operator.operatorId) throw new ApiFailure("COM0006");
			const sims = transfer.imsis.flatMap((imsi) => {
				const sim = world.sims.get(imsi);
				return sim && sim.transferToken === token && sim.status === "ready" ? [sim] : [];
			});
			dropTransfer(world, token);
			if (sims.length === 0) throw new ApiFailure("EMU0189");
			for (const sim of sims) transferSim(world, sender, operator, sim, nowMs);
			return ok({ transferredImsi: sims.map(({ imsi }) => imsi) });
		}
	},
	{
		operationId: "deleteSubscriberTransferToken",
		handle({ world, operator, params }) {
			const transfer = world.transfers.get(params.token ?? "");
			if (transfer?.fromOperatorId !== operator.operatorId) throw new ApiFailure("EMU0005", ["transfer token", "***"]);
			dropTransfer(world, transfer.token);
			return noContent;
		}
	}
];
function findTransferable({ world, operator }, imsi) {
	const sim = world.sims.get(imsi);
	if (sim?.operatorId !== operator.operatorId) throw new ApiFailure("EMU0005", ["subscriber", imsi], 400);
	if (sim.type === "virtual") throw new ApiFailure("EMU0181", [imsi, "transferred"]);
	if (sim.status !== "ready") throw new ApiFailure("EMU0187", [imsi, sim.status]);
	if (sim.transferToken !== null) throw new ApiFailure("EMU0188", [imsi]);
	return sim;
}
//#endregion
//#region src/operations/user-auth-keys.ts
const userAuthKeyOperations = [
	{
		operationId: "listUserAuthKeys",
		handle: ({ operator, params }) => ok([...findUser(operator, params.user_name).authKeys.values()].map(toAuthKeyView))
	},
	{
		operationId: "generateUserAuthKey",
		handle({ world, operator, params }) {
			const { authKeyId, authKey } = addAuthKey(world, operator, findUser(operator, params.user_name));
			return ok({
				authKey,
				authKeyId
			});
		}
	},
	{
		operationId: "getUserAuthKey",
		handle({ operator, params }) {
			const { auth_key_id: authKeyId = "" } = params;
			const key = findUser(operator, params.user_name).authKeys.get(authKeyId);
			if (!key) throw notFound("auth key", authKeyId);
			return ok(toAuthKeyView(key));
		}
	},
	{
		operationId: "deleteUserAuthKey",
		handle({ world, operator, params }) {
			const { auth_key_id: authKeyId = "" } = params;
			if (!findUser(operator, params.user_name).authKeys.delete(authKeyId)) throw notFound("auth key", authKeyId);
			world.authKeys.delete(authKeyId);
			return noContent;
		}
	}
];
//#endregion
//#region src/operations/user-mfa.ts
const userMfaOperations = [
	{
		operationId: "getUserMFAStatus",
		handle: ({ world, operator, params }) => ok({ status: toStatus(findUser(operator, params.user_name, 400), world.settings) })
	},
	{
		operationId: "enableUserMFA",
		handle({ world, operator, params }) {
			const user = findUser(operator, params.user_name, 400);
			if (user.mfa?.isVerified) throw inState(user, world.settings);
			user.mfa = {
				secretHex: world.ids.hex(40),
				isVerified: false
			};
			return ok({ totpUri: toTotpUri(user.mfa.secretHex, `${operator.operatorId}/${user.userName}`) });
		}
	},
	{
		operationId: "verifyUserMFA",
		handle({ world, operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name, 400);
			const { mfaOTPCode } = readBody$2(verifyUserMfaRequestSchema, body);
			const { mfa } = user;
			if (!mfa || mfa.isVerified) throw inState(user, world.settings);
			if (!isTotpCode(mfa.secretHex, mfaOTPCode, nowMs)) throw new ApiFailure("EMU0106");
			mfa.isVerified = true;
			return noContent;
		}
	},
	{
		operationId: "revokeUserMFA",
		handle({ world, operator, params }) {
			const user = findUser(operator, params.user_name, 400);
			if (user.mfa === null) throw inState(user, world.settings);
			user.mfa = null;
			return noContent;
		}
	}
];
function inState(user, settings) {
	return new ApiFailure("EMU0107", [user.userName, toStatus(user, settings)]);
}
function toStatus({ mfa }, { mfaStatuses }) {
	if (mfa === null) return mfaStatuses.off;
	return mfa.isVerified ? mfaStatuses.on : mfaStatuses.unverified;
}
//#endregion
//#region src/operations/user-passwords.ts
const userPasswordOperations = [
	{
		operationId: "hasUserPassword",
		handle: ({ operator, params }) => ok({ hasPassword: findUser(operator, params.user_name).password !== null })
	},
	{
		operationId: "createUserPassword",
		handle({ operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name);
			const { password } = readBody$2(createUserPasswordRequestSchema, body);
			if (user.password !== null) throw new ApiFailure("EMU0104", [user.userName]);
			user.password = toAcceptable(password);
			user.updatedMs = nowMs;
			return created();
		}
	},
	{
		operationId: "updateUserPassword",
		handle({ operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name);
			const { currentPassword, newPassword } = readBody$2(updateUserPasswordRequestSchema, body);
			if (user.password !== currentPassword) throw invalid("currentPassword", "***");
			user.password = toAcceptable(newPassword);
			user.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "deleteUserPassword",
		handle({ operator, params, nowMs }) {
			const user = findUser(operator, params.user_name);
			if (user.password === null) throw notFound("password of the user", user.userName);
			user.password = null;
			user.updatedMs = nowMs;
			return noContent;
		}
	}
];
function toAcceptable(password) {
	if (!isAcceptablePassword(password)) throw new ApiFailure("AUM0010");
	return password;
}
//#endregion
//#region src/operations/user-permissions.ts
const userPermissionOperations = [
	{
		operationId: "getUserPermission",
		handle: ({ world, operator, params }) => ok({ permission: findUser(operator, params.user_name).permission ?? world.settings.unsetPermission })
	},
	{
		operationId: "updateUserPermission",
		handle({ world, operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name);
			const { permission } = readBody$2(userPermissionRequestSchema, body);
			checkPermission(permission, world.settings);
			user.permission = permission;
			user.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "deleteUserPermission",
		handle({ operator, params, nowMs }) {
			const user = findUser(operator, params.user_name, 400);
			user.permission = null;
			user.updatedMs = nowMs;
			return noContent;
		}
	},
	{
		operationId: "getDefaultPermissions",
		foreignOperatorStatus: 404,
		handle: ({ world, operator }) => ok({ defaultPermissions: operator.defaultPermissions ?? world.settings.unsetPermission })
	},
	{
		operationId: "updateDefaultPermissions",
		handle({ world, operator, body }) {
			const { permissions } = readBody$2(defaultPermissionsRequestSchema, body);
			checkPermission(permissions, world.settings);
			operator.defaultPermissions = permissions;
			return { status: 202 };
		}
	},
	{
		operationId: "deleteDefaultPermissions",
		foreignOperatorStatus: 404,
		handle({ operator }) {
			operator.defaultPermissions = null;
			return noContent;
		}
	}
];
//#endregion
//#region src/operations/user-roles.ts
const userRoleOperations = [
	{
		operationId: "listUserRoles",
		handle: ({ world, operator, params }) => ok([...findUser(operator, params.user_name).roleIds].flatMap((roleId) => roleOf(operator, world.settings, roleId) ?? []))
	},
	{
		operationId: "attachRole",
		handle({ world, operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name);
			const { roleId } = readBody$2(attachRoleRequestSchema, body);
			if (!roleOf(operator, world.settings, roleId)) throw new ApiFailure("EMU0005", ["role", roleId], 400);
			if (user.roleIds.has(roleId)) throw new ApiFailure("EMU0109", [roleId, user.userName]);
			user.roleIds.add(roleId);
			user.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "detachRole",
		handle({ operator, params, nowMs }) {
			const user = findUser(operator, params.user_name);
			const roleId = params.role_id ?? "";
			if (!user.roleIds.delete(roleId)) throw notFound("role", roleId);
			user.updatedMs = nowMs;
			return ok();
		}
	}
];
//#endregion
//#region src/operations/user-trust-policies.ts
const userTrustPolicyOperations = [
	{
		operationId: "getUserTrustPolicy",
		handle: ({ world, operator, params }) => ok({ trustPolicy: findUser(operator, params.user_name, 400).trustPolicy ?? world.settings.unsetPermission })
	},
	{
		operationId: "updateUserTrustPolicy",
		handle({ world, operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name, 400);
			const { trustPolicy } = readBody$2(userTrustPolicyRequestSchema, body);
			const read = parseTrustPolicy(trustPolicy, world.settings.unknownConditions);
			if ("problem" in read) throw new ApiFailure("EMU0101", [read.problem]);
			user.trustPolicy = trustPolicy;
			user.updatedMs = nowMs;
			return noContent;
		}
	},
	{
		operationId: "deleteUserTrustPolicy",
		handle({ operator, params, nowMs }) {
			const user = findUser(operator, params.user_name, 400);
			user.trustPolicy = null;
			user.updatedMs = nowMs;
			return noContent;
		}
	}
];
//#endregion
//#region src/state/user.ts
function createUser(userName, description, nowMs) {
	return {
		userName,
		description,
		createdMs: nowMs,
		updatedMs: nowMs,
		password: null,
		permission: null,
		trustPolicy: null,
		mfa: null,
		authKeys: /* @__PURE__ */ new Map(),
		roleIds: /* @__PURE__ */ new Set()
	};
}
//#endregion
//#region src/operations/users.ts
const userOperations = [
	{
		operationId: "listUsers",
		handle: ({ world, operator }) => ok([...operator.users.values()].map((user) => toUserView(operator, world.settings, user)))
	},
	{
		operationId: "getUser",
		handle: ({ world, operator, params }) => ok(toUserView(operator, world.settings, findUser(operator, params.user_name)))
	},
	{
		operationId: "createUser",
		handle({ world, operator, params, body, nowMs }) {
			const { description } = readBody$2(userRequestSchema, body);
			const userName = params.user_name ?? "";
			if (operator.users.has(userName)) throw new ApiFailure("EMU0102", ["user", userName]);
			const { maxUsers } = world.settings;
			if (operator.users.size >= maxUsers) throw new ApiFailure("EMU0103", ["user", maxUsers]);
			operator.users.set(userName, createUser(userName, description ?? null, nowMs));
			return created();
		}
	},
	{
		operationId: "updateUser",
		handle({ operator, params, body, nowMs }) {
			const user = findUser(operator, params.user_name);
			const { description } = readBody$2(userRequestSchema, body);
			if (description !== void 0) user.description = description;
			user.updatedMs = nowMs;
			return ok();
		}
	},
	{
		operationId: "deleteUser",
		handle({ world, operator, params }) {
			const { userName, authKeys } = findUser(operator, params.user_name);
			closeSessionsOf(world, operator, userName);
			for (const authKeyId of authKeys.keys()) world.authKeys.delete(authKeyId);
			operator.users.delete(userName);
			return noContent;
		}
	},
	{
		operationId: "revokeUserAuthTokens",
		handle({ world, operator, params }) {
			const { userName } = findUser(operator, params.user_name, 400);
			closeSessionsOf(world, operator, userName);
			return noContent;
		}
	}
];
//#endregion
//#region src/rules/wire-guard-keys.ts
function toWireGuardKeys(hex) {
	const raw = Buffer.from(hex, "hex");
	raw[0] = (raw[0] ?? 0) & 248;
	raw[31] = (raw[31] ?? 0) & 127 | 64;
	const { x = "" } = createPublicKey(createPrivateKey({
		key: Buffer.concat([derHead, raw]),
		format: "der",
		type: "pkcs8"
	})).export({ format: "jwk" });
	return {
		privateKey: raw.toString("base64"),
		publicKey: Buffer.from(x, "base64url").toString("base64")
	};
}
const derHead = Buffer.from("302e020100300506032b656e04220420", "hex");
//#endregion
//#region src/operations/virtual-sims.ts
const virtualSimOperations = [{
	operationId: "createSim",
	handle({ world, operator, body }) {
		readBody$2(createSimRequestSchema, body);
		const { privateKey, publicKey } = toWireGuardKeys(world.ids.hex(64));
		return created(toSimView(makeVirtualSim(world, operator, publicKey), privateKey));
	}
}];
//#endregion
//#region src/operations/views/discount-view.ts
function toTermsView(discount) {
	return {
		...toCommonTerms(discount),
		taxIncludedUnitPrice: withTax(discount.unitPrice, discount.quotedMs),
		taxIncludedInitialCost: toInitialCost(discount).withTax
	};
}
function toContractView(discount, today, zoneOffsetMinutes) {
	return {
		...toCommonTerms(discount),
		contractId: discount.contractId ?? "",
		contractDateTime: toSecondText(discount.contractedMs ?? discount.quotedMs, zoneOffsetMinutes),
		status: discount.endDate < today ? "expired" : "active"
	};
}
function isVisibleContract({ contractedMs, endDate }, nowMs) {
	if (contractedMs === null) return false;
	return contractedMs >= monthsBefore(nowMs, 18) || endDate >= toDayText(monthsBefore(nowMs, 6));
}
function toCommonTerms(discount) {
	return {
		volumeDiscountType: discount.type,
		volumeDiscountPaymentType: discount.paymentType,
		contractTermMonth: discount.termMonths,
		quantity: discount.quantity,
		startDate: discount.startDate,
		endDate: discount.endDate,
		currency: "JPY",
		unitPrice: discount.unitPrice,
		initialCost: toInitialCost(discount).amount
	};
}
//#endregion
//#region src/operations/volume-discounts.ts
const volumeDiscountOperations = [
	{
		operationId: "listAvailableDiscounts",
		handle: (context) => ok({ availableLongTermDiscounts: toAvailable(context) })
	},
	{
		operationId: "createVolumeDiscountQuotation",
		handle(context) {
			const { world, operator, body, nowMs } = context;
			const request = readBody$2(volumeDiscountRequestSchema, body);
			const { volumeDiscountType: type, volumeDiscountPaymentType: paymentType, contractTermMonth, quantity } = request;
			if (!operator.coverageTypes.has("jp")) throw new ApiFailure("EMU0190", ["Long-term discounts"]);
			if (!Number.isInteger(quantity) || quantity < 1) throw invalid("quantity", quantity);
			const offer = world.settings.longTermDiscounts.find((one) => one.type === type && one.paymentType === paymentType && one.termMonths === contractTermMonth);
			if (!offer) throw new ApiFailure("EMU0191", [
				type,
				paymentType,
				contractTermMonth
			]);
			const startDate = readStartDate(context, request.startDate);
			const { unitPrice, termMonths } = offer;
			const discount = {
				orderId: toOrderId(world, nowMs),
				type,
				paymentType,
				termMonths,
				quantity,
				unitPrice,
				startDate,
				endDate: toEndDate(startDate, termMonths),
				quotedMs: nowMs,
				contractId: null,
				contractedMs: null
			};
			operator.discounts.set(discount.orderId, discount);
			return created(toQuotationView(discount));
		}
	},
	{
		operationId: "confirmVolumeDiscountOrder",
		handle({ world, operator, params, nowMs }) {
			const orderId = params.order_id ?? "";
			const discount = operator.discounts.get(orderId);
			if (!discount) throw notFound("order", orderId);
			const state = discount.contractId === null ? void 0 : "contracted";
			const { quotedMs } = discount;
			checkConfirmable(operator, nowMs, {
				orderId,
				state,
				quotedMs,
				expires: world.settings.everyQuotationExpires
			});
			discount.contractId = world.ids.uuid();
			discount.contractedMs = nowMs;
			return ok(toContract({
				world,
				nowMs
			}, discount));
		}
	},
	{
		operationId: "listVolumeDiscounts",
		handle(context) {
			return ok({ volumeDiscountList: [...context.operator.discounts.values()].filter((one) => isVisibleContract(one, context.nowMs)).map((one) => toContract(context, one)) });
		}
	},
	{
		operationId: "getVolumeDiscount",
		handle(context) {
			const contractId = context.params.contract_id ?? "";
			const contract = [...context.operator.discounts.values()].find((one) => one.contractId === contractId);
			if (!contract || !isVisibleContract(contract, context.nowMs)) throw new ApiFailure("EMU0005", ["contract", contractId], 400);
			return ok(toContract(context, contract));
		}
	}
];
function toAvailable({ world, operator, nowMs }) {
	if (!operator.coverageTypes.has("jp")) return [];
	return world.settings.longTermDiscounts.map(({ type, paymentType, termMonths, unitPrice }) => ({
		volumeDiscountType: type,
		volumeDiscountPaymentType: paymentType,
		contractTermMonth: termMonths,
		currency: "JPY",
		unitPrice,
		taxIncludedUnitPrice: withTax(unitPrice, nowMs)
	}));
}
function readStartDate({ world, nowMs }, wanted) {
	const earliest = today({
		world,
		nowMs
	});
	if (wanted === void 0 || wanted === null) {
		if (world.settings.defaultDiscountStart === "today") return earliest;
		return `${shiftMonth(toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes), 1)}01`;
	}
	if (!isDayText(wanted) || wanted < earliest) throw invalid("startDate", wanted);
	return wanted;
}
function toContract(context, discount) {
	return toContractView(discount, today(context), context.world.settings.orderZoneOffsetMinutes);
}
function today({ world, nowMs }) {
	return toDayText(nowMs, world.settings.bucketZoneOffsetMinutes);
}
function toQuotationView(discount) {
	const { amount, withTax: totalAmount } = toInitialCost(discount);
	return {
		orderId: discount.orderId,
		currency: "JPY",
		taxAmount: totalAmount - amount,
		totalAmount,
		volumeDiscount: toTermsView(discount)
	};
}
//#endregion
//#region src/operations/all-operations.ts
const allOperations = [
	...sandboxOperatorOperations,
	...sandboxSubscriberOperations,
	...authOperations,
	...switchUserOperations,
	...operatorOperations,
	...userOperations,
	...userAuthKeyOperations,
	...userPasswordOperations,
	...userPermissionOperations,
	...userTrustPolicyOperations,
	...userMfaOperations,
	...userRoleOperations,
	...roleOperations,
	...shippingAddressOperations,
	...paymentOperations,
	...productOperations,
	...orderOperations,
	...couponOperations,
	...subscriberOperations,
	...simOperations,
	...queryOperations,
	...groupOperations,
	...statsOperations,
	...billOperations,
	...passwordResetOperations,
	...emailOperations,
	...operatorInformationOperations,
	...operatorContractOperations,
	...operatorMfaOperations,
	...auditLogOperations,
	...logOperations,
	...resourceSummaryOperations,
	...credentialOperations,
	...eventHandlerOperations,
	...soraletOperations,
	...dataEntryOperations,
	...couponOrderOperations,
	...deviceTraceOperations,
	...exportedFileOperations,
	...paymentStatementOperations,
	...simHistoryOperations,
	...smsOperations,
	...statsExportOperations,
	...trafficRankingOperations,
	...transferTokenOperations,
	...virtualSimOperations,
	...volumeDiscountOperations
];
//#endregion
//#region src/control/answer-openapi.ts
async function answerOpenApi() {
	const { toOpenApi } = await import("./to-openapi-YgYrCKtb.mjs");
	return ok(toOpenApi(new Set(allOperations.map(({ operationId }) => operationId))));
}
//#endregion
//#region src/control/change-faults.ts
function listFaults({ faults }) {
	return ok({ faults: faults.list() });
}
function addFault({ faults, body }) {
	try {
		return created({ id: faults.add(body) });
	} catch (error) {
		if (error instanceof TypeError) throw new ApiFailure("EMU0225", [error.message]);
		throw error;
	}
}
function removeFaults({ faults, query }) {
	const id = query.get("id");
	if (id === null) faults.clear();
	else if (!faults.remove(id)) throw notFound("fault", id);
	return noContent;
}
//#endregion
//#region src/state/settle-time.ts
function settleTime(world, nowMs) {
	dropExpiredExports(world, nowMs);
	for (let due = takeDue(world.expiries, nowMs); due; due = takeDue(world.expiries, nowMs)) {
		const sim = world.sims.get(due.key);
		if (!sim || sim.expiryMs !== due.timeMs || sim.operatorId === void 0) continue;
		if (sim.status === "terminated") continue;
		const timeMs = Math.max(due.timeMs, sim.history.at(-1)?.timeMs ?? 0);
		const status = statusAfter[sim.expiryAction ?? "doNothing"];
		if (!status || !mayChangeStatus(sim.subscription, sim.status, status, true, world.settings.moreUnsupportedStatuses)) continue;
		noteIndexChange(world, sim, nowMs);
		changeStatus(sim, status, timeMs);
	}
}
const statusAfter = {
	deactivate: "inactive",
	suspend: "suspended",
	terminate: "terminated"
};
//#endregion
//#region src/control/move-clock.ts
function answerClock({ clock }) {
	const nowMs = clock.now();
	return ok({
		now: new Date(nowMs).toISOString(),
		nowMs
	});
}
function advanceClock(world, body) {
	return move(world, () => world.clock.advance(readDuration(body)));
}
function setClock(world, body) {
	return move(world, () => {
		const { time } = isObject(body) ? body : {};
		if (typeof time !== "string" && typeof time !== "number") throw new RangeError("the body must be { \"time\": an ISO time or UNIX milliseconds }");
		world.clock.set(time);
	});
}
function move(world, act) {
	try {
		act();
	} catch (error) {
		if (error instanceof RangeError) throw new ApiFailure("EMU0224", [error.message]);
		throw error;
	}
	settleTime(world, world.clock.now());
	return answerClock(world);
}
function readDuration(body) {
	if (!isObject(body) || Object.keys(body).length === 0) throw new RangeError(`the body must have some of ${units}`);
	for (const [unit, amount] of Object.entries(body)) {
		if (!units.split(", ").includes(unit)) throw new RangeError(`"${unit}" is none of ${units}`);
		if (typeof amount !== "number") throw new RangeError(`${unit} must be a number`);
	}
	return body;
}
const units = "days, hours, minutes, seconds, milliseconds";
//#endregion
//#region src/control/to-mails.ts
function toMails({ mailboxes }, email) {
	if (!email) throw invalid("email", email);
	return { mails: (mailboxes.get(email) ?? []).map(({ kind, token, sentMs }) => ({
		kind,
		email,
		token,
		sentTime: sentMs
	})).reverse() };
}
//#endregion
//#region src/control/answer-control.ts
const controlPath = "/_emulator/";
function answerControl(context, method, name) {
	const route = routes.find((one) => one.method === method && one.name === name);
	if (route) return route.handle(context);
	const methods = routes.flatMap((one) => one.name === name ? one.method : []);
	if (methods.length === 0) throw new ApiFailure("EMU0003", [`${method} ${controlPath}${name}`]);
	throw new ApiFailure("EMU0221", [
		method,
		`${controlPath}${name}`,
		methods.join(", ")
	]);
}
const routes = [
	{
		method: "GET",
		name: "health",
		handle: ({ world }) => ok({
			status: "ok",
			now: new Date(world.clock.now()).toISOString(),
			seed: world.seed
		})
	},
	{
		method: "GET",
		name: "counts",
		handle: ({ world }) => ok(toCounts(world))
	},
	{
		method: "GET",
		name: "mail",
		handle: ({ world, query }) => ok(toMails(world, query.get("email")))
	},
	{
		method: "GET",
		name: "clock",
		handle: ({ world }) => answerClock(world)
	},
	{
		method: "POST",
		name: "clock/advance",
		handle: ({ world, body }) => advanceClock(world, body)
	},
	{
		method: "POST",
		name: "clock/set",
		handle: ({ world, body }) => setClock(world, body)
	},
	{
		method: "GET",
		name: "faults",
		handle: listFaults
	},
	{
		method: "POST",
		name: "faults",
		handle: addFault
	},
	{
		method: "DELETE",
		name: "faults",
		handle: removeFaults
	},
	{
		method: "GET",
		name: "log",
		handle: answerLog
	},
	{
		method: "GET",
		name: "state",
		handle: answerState
	},
	{
		method: "PUT",
		name: "state",
		handle: putState
	},
	{
		method: "POST",
		name: "reset",
		handle: reset
	},
	{
		method: "GET",
		name: "openapi.json",
		handle: answerOpenApi
	}
];
//#endregion
//#region src/guards/check-host.ts
function checkHost(header, allowedHosts) {
	if (header === void 0 || isOwnHost(header, allowedHosts)) return;
	throw new ApiFailure("EMU0015", [header]);
}
function isOwnHost(host, allowedHosts) {
	const name = host.replace(port, "").toLowerCase();
	return isLoopback(name) || allowedHosts.includes(name);
}
const port = /:\d+$/;
function isLoopback(name) {
	return name === "127.0.0.1" || name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}
//#endregion
//#region src/guards/check-origin.ts
function checkOrigin(method, origin, allowedHosts) {
	if (origin === void 0 || method === "GET" || method === "HEAD") return;
	const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
	if (host !== void 0 && isOwnHost(host, allowedHosts)) return;
	throw new ApiFailure("EMU0223", [origin.slice(0, longestOrigin)]);
}
const longestOrigin = 200;
//#endregion
//#region src/http/to-reply.ts
const jsonHeaders = Object.freeze({
	"content-type": "application/json;charset=UTF-8",
	"cache-control": "no-cache"
});
const noHeaders = Object.freeze({});
function toReply({ status, body, text, headers }) {
	if (text !== void 0) return {
		status,
		headers: headers ?? noHeaders,
		body: text
	};
	if (body === void 0) return {
		status,
		headers: headers ?? noHeaders,
		body: ""
	};
	return {
		status,
		headers: headers ? {
			...jsonHeaders,
			...headers
		} : jsonHeaders,
		body: JSON.stringify(body)
	};
}
function toErrorReply(error, language) {
	const failure = error instanceof ApiFailure ? error : new ApiFailure("COM0003", [String(error)]);
	const lang = language === "ja" ? "ja" : "en";
	const message = errorCodes[failure.code][lang].replaceAll(/\{(\d)\}/g, (_, index) => {
		const said = failure.args[Number(index)] ?? "";
		return lang === "ja" && nounAt[failure.code] === Number(index) ? inJapanese(said) : String(said);
	});
	return {
		status: failure.status,
		headers: {
			...jsonHeaders,
			"content-language": lang
		},
		body: JSON.stringify({
			code: failure.code,
			message
		})
	};
}
const nounAt = {
	EMU0005: 0,
	EMU0143: 0,
	EMU0144: 1
};
function inJapanese(noun) {
	return Object.hasOwn(errorNouns, noun) ? errorNouns[noun] : String(noun);
}
//#endregion
//#region src/guards/answer-fault.ts
function answerFault({ fault, ids }, language, reach, expireToken) {
	if (!fault) return reach();
	const header = { "x-soracom-emulator-fault": ids.at(-1) ?? "" };
	if (fault.kind === "expiredToken") {
		expireToken();
		return reach();
	}
	if (fault.kind === "cutBody") return cut(reach(), header);
	if (fault.kind === "tooManyRequests") {
		const { retryAfterSeconds = 1 } = fault;
		const reply = toErrorReply(new ApiFailure("EMU0019"), language);
		const limits = toLimitHeaders({
			limit: seenLimit,
			remaining: 0,
			seconds: retryAfterSeconds
		});
		return {
			...reply,
			headers: {
				...reply.headers,
				...limits,
				"retry-after": String(retryAfterSeconds),
				...header
			}
		};
	}
	if (fault.when === "after") reach();
	if (fault.kind === "reset") return {
		status: 0,
		headers: {},
		body: "",
		connection: "reset"
	};
	const reply = fault.kind === "internalError" ? internalError(language) : pages[fault.kind];
	return {
		...reply,
		headers: {
			...reply.headers,
			...header
		}
	};
}
const seenLimit = 1e3;
function internalError(language) {
	return toErrorReply(new ApiFailure("COM0003", ["injected by the test"]), language);
}
const pages = {
	gatewayError: {
		status: 500,
		headers: { "content-type": "text/plain; charset=utf-8" },
		body: "{\"code\":\"AGW0005\",\"message\":\"Internal error\"}"
	},
	badGateway: {
		status: 502,
		headers: { "content-type": "text/html" },
		body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"
	},
	serviceUnavailable: {
		status: 503,
		headers: { "content-type": "text/plain; charset=utf-8" },
		body: "Service Unavailable\n"
	}
};
function cut(reply, header) {
	if (reply.body === "") return {
		status: 0,
		headers: {},
		body: "",
		connection: "reset"
	};
	const headers = {
		...reply.headers,
		...header,
		"content-length": String(Buffer.byteLength(reply.body))
	};
	return {
		...reply,
		headers,
		body: reply.body.slice(0, reply.body.length >> 1),
		connection: "cut"
	};
}
//#endregion
//#region src/rules/json-depth.ts
function isDeeperThan(text, levels) {
	if (text.length <= 2 * levels) return false;
	let depth = 0;
	let isInText = false;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (isInText) {
			if (code === backslash) at += 1;
			else if (code === quote) isInText = false;
		} else if (code === quote) isInText = true;
		else if (code === openBracket || code === openBrace) {
			depth += 1;
			if (depth > levels) return true;
		} else if (code === closeBracket || code === closeBrace) depth -= 1;
	}
	return false;
}
const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
	34,
	92,
	91,
	93,
	123,
	125
];
//#endregion
//#region src/http/decode-body.ts
function decodeBody(body, encoding, limitBytes) {
	const name = encoding.trim().toLowerCase();
	const decode = Object.hasOwn(decoders, name) ? decoders[name] : void 0;
	if (!decode) throw new ApiFailure("EMU0229", [encoding.slice(0, 100), "gzip, deflate, br"]);
	if (body.length === 0) return body;
	try {
		return decode(body, { maxOutputLength: limitBytes });
	} catch (error) {
		const { code = "" } = error;
		if (code === "ERR_BUFFER_TOO_LARGE") throw new ApiFailure("EMU0002", [limitBytes]);
		throw new ApiFailure("EMU0228", [name, code]);
	}
}
const decoders = {
	gzip: gunzipSync,
	"x-gzip": gunzipSync,
	deflate: inflate,
	br: brotliDecompressSync,
	identity: (body) => body
};
function inflate(body, options) {
	return isZlib(body) ? inflateSync(body, options) : inflateRawSync(body, options);
}
function isZlib([first = 0, second = 0]) {
	return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}
//#endregion
//#region src/http/read-body.ts
function bodyLimitOf(url) {
	return url.startsWith("/_emulator/state") ? 512 * mebibyte : 5 * mebibyte;
}
function readText(request) {
	const body = bodyOf(request);
	return typeof body === "string" ? body : toText(body);
}
function readJson(text, mostLevels = levelLimit) {
	if (text === "") return void 0;
	if (isDeeperThan(text, mostLevels)) throw new ApiFailure("EMU0227", [mostLevels]);
	try {
		return JSON.parse(text);
	} catch (error) {
		if (text.trim() === "") return void 0;
		throw new ApiFailure("EMU0001", [withoutExcerpt(error.message)]);
	}
}
function readBytes(request) {
	const body = bodyOf(request);
	return typeof body === "string" ? Buffer.from(body) : body ?? new Uint8Array();
}
const mebibyte = 1024 * 1024;
const levelLimit = 100;
function bodyOf(request) {
	const { body, isBodyTooLarge, url } = request;
	if (isBodyTooLarge) throw new ApiFailure("EMU0002", [bodyLimitOf(url)]);
	if (typeof body === "string" || body === void 0) return body;
	const encoding = readHeader(request, "content-encoding");
	return encoding ? decodeBody(body, encoding, bodyLimitOf(url)) : body;
}
function toText(body) {
	if (body === void 0) return "";
	if (!isUtf8(body)) throw new ApiFailure("EMU0222");
	return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
}
function withoutExcerpt(message) {
	return message.replace(/,?\s*(\.{3})?".*$/s, "");
}
//#endregion
//#region src/guards/caller-without-credentials.ts
function callerWithoutCredentials(world, params, body, nowMs) {
	const owner = world.sims.get(params.imsi ?? "")?.operatorId;
	const operatorId = params.operator_id ?? owner ?? operatorInBody(body) ?? "";
	const operator = world.operators.get(operatorId) ?? nobody(nowMs);
	return {
		operator,
		session: {
			apiKey: "",
			token: "",
			operatorId: operator.operatorId,
			expiresMs: nowMs
		}
	};
}
function operatorInBody(body) {
	const [, operatorId] = /"operatorId"\s*:\s*"(OP\d+)"/.exec(body) ?? [];
	return operatorId;
}
function nobody(createdMs) {
	return createOperator({
		operatorId: "OP9999999999",
		email: "",
		password: "",
		createdMs,
		hasPaymentMethod: false
	}, ["jp"]);
}
//#endregion
//#region src/guards/authenticate.ts
function authenticate(world, request, call) {
	const caller = findCaller(world, request, call);
	const wanted = call.params.operator_id;
	if (wanted !== void 0 && wanted !== caller.operator.operatorId) {
		const status = call.foreignOperatorStatus ?? world.settings.foreignOperatorStatus;
		throw new ApiFailure("EMU0005", ["operator", wanted], status);
	}
	return caller;
}
function findCaller(world, request, { operationId, params, nowMs }) {
	const { missingTokenStatus, invalidTokenStatus, sandboxCallsNeedAuth } = world.settings;
	const apiKey = readHeader(request, "x-soracom-api-key");
	const token = readHeader(request, "x-soracom-token");
	if (!apiKey || !token) {
		if (!sandboxCallsNeedAuth && operationId.startsWith("sandbox")) return callerWithoutCredentials(world, params, readText(request), nowMs);
		throw new ApiFailure("AUM0001", [], missingTokenStatus);
	}
	const session = world.sessions.get(token);
	const operator = world.operators.get(session?.operatorId ?? "");
	if (session?.apiKey !== apiKey || !operator) throw new ApiFailure("EMU0018", [], invalidTokenStatus);
	if (session.expiresMs <= nowMs) {
		closeSession(world, session);
		throw new ApiFailure("EMU0017", [], invalidTokenStatus);
	}
	return {
		operator,
		session
	};
}
//#endregion
//#region src/rules/permissions/is-permitted.ts
function isPermitted(permissions, operation, circumstances) {
	const inForce = permissions.flatMap(({ statements }) => statements).filter(({ api }) => api.some((pattern) => matchesApi(pattern, operation))).filter((statement) => isInForce(statement, circumstances));
	return inForce.some(({ effect }) => effect === "allow") && !inForce.some(({ effect }) => effect === "deny");
}
function matchesApi(pattern, operation) {
	const [first = "", ...parts] = pattern.split("*");
	const last = parts.pop();
	if (last === void 0) return operation === first;
	if (!operation.startsWith(first)) return false;
	let at = first.length;
	for (const part of parts) {
		const found = operation.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return operation.length - last.length >= at && operation.endsWith(last);
}
//#endregion
//#region src/guards/authorize.ts
function authorize(context, session, operation) {
	const { user } = session;
	if (!user || alwaysPermitted.includes(operation)) return;
	if (isPermitted(user.permissions, operation, toCircumstances(context, session))) return;
	throw new ApiFailure("EMU0016", [operation], context.world.settings.notPermittedStatus);
}
const alwaysPermitted = ["Auth:logout"];
//#endregion
//#region src/http/answer-missing.ts
function answerMissing(routes, { unknownMethodStatus }, { method, path, language }) {
	const methods = routes.methodsOf(path);
	if (methods.length > 0) {
		const allow = [...new Set([
			...methods.includes("GET") ? ["HEAD"] : [],
			...methods,
			"OPTIONS"
		])].join(", ");
		if (method === "OPTIONS") return {
			status: 204,
			headers: { allow },
			body: ""
		};
		const reply = toErrorReply(new ApiFailure("EMU0221", [
			method,
			shorten(path),
			methods.join(", ")
		], unknownMethodStatus), language);
		return {
			...reply,
			headers: {
				...reply.headers,
				allow
			}
		};
	}
	const asked = `${method} ${shorten(path)}`;
	const near = routes.nearest(method, path);
	if (!near) return toErrorReply(new ApiFailure("EMU0003", [asked]), language);
	return toErrorReply(new ApiFailure("EMU0220", [asked, `${near.method} ${basePath}${near.path} (${near.operationId})`]), language);
}
const longestPath$1 = 300;
function shorten(path) {
	return path.length > longestPath$1 ? `${path.slice(0, longestPath$1)}\u2026` : path;
}
//#endregion
//#region src/http/audit-call.ts
function auditCall(world, { route: { tag, apiKind }, path, nowMs, remoteAddress = "127.0.0.1" }, caller, handle) {
	const note = ({ status, operatorId }) => {
		const operator = caller?.operator ?? world.operators.get(operatorId ?? "");
		if (!operator) return;
		const call = {
			timeMs: nowMs,
			apiKind,
			path,
			status,
			remoteAddress,
			userName: caller?.session.user?.userName,
			isAuth: tag === "Auth"
		};
		recordCall(operator.account, call, world.settings);
	};
	try {
		const answer = handle();
		note(answer);
		return answer;
	} catch (error) {
		if (!(error instanceof ApiFailure)) throw error;
		note(error);
		return error;
	}
}
//#endregion
//#region src/rules/nearest-operation.ts
function createNearestOperation() {
	let known;
	const remembered = /* @__PURE__ */ new Map();
	return (method, path) => {
		known ??= toKnownPaths();
		return findNearest(known, remembered, method, path);
	};
}
function toKnownPaths() {
	return apiOperations().map((operation) => ({
		operation,
		segments: operation.path.split("/").filter(Boolean)
	}));
}
function findNearest(known, remembered, method, path) {
	const base = someBase.exec(path)?.[0];
	const hasBase = base !== void 0;
	const asked = path.slice(base?.length ?? 0, longestPath).split("/").filter(Boolean).slice(0, mostSegments);
	const costs = asked.map((word) => recall(remembered, word));
	let nearest;
	let least = farthest - (hasBase ? 0 : withoutBase);
	for (const { operation, segments } of known) {
		const others = operation.method === method ? 0 : otherMethod;
		const missed = Math.abs(segments.length - asked.length);
		if (missed > 1 || missed + others >= least) continue;
		const distance = distanceOf(asked, segments, costs, least - others) + others;
		if (distance >= least) continue;
		least = distance;
		nearest = operation;
	}
	return nearest;
}
const someBase = new RegExp(`^/*${basePath}(?=/)`, "i");
const farthest = 1.1;
const withoutBase = .5;
const otherMethod = .5;
const longestPath = 300;
const mostSegments = 12;
const mostRemembered = 200;
function recall(remembered, word) {
	const costs = remembered.get(word) ?? /* @__PURE__ */ new Map();
	remembered.delete(word);
	remembered.set(word, costs);
	const [oldest] = remembered.size > mostRemembered ? remembered.keys() : [];
	if (oldest !== void 0) remembered.delete(oldest);
	return costs;
}
function distanceOf(asked, segments, costs, limit) {
	const tooMany = asked.length > segments.length ? 1 : 0;
	const missing = asked.length < segments.length ? 1 : 0;
	const shortest = Math.min(asked.length, segments.length);
	const missed = tooMany + missing;
	let least = limit;
	let before = missed;
	for (let gap = 0; gap <= shortest && before < least; gap += 1) {
		let distance = before;
		for (let at = gap; at < shortest && distance < least; at += 1) distance += costOf(asked[at + tooMany], segments[at + missing], costs[at + tooMany]);
		least = Math.min(least, distance);
		if (missed === 0) break;
		if (gap < shortest) before += costOf(asked[gap], segments[gap], costs[gap]);
	}
	return least;
}
function costOf(word = "", segment = "", costs) {
	let known = costs?.get(segment);
	if (known === void 0) {
		known = substitution(word, segment);
		costs?.set(segment, known);
	}
	return known;
}
function substitution(word, segment) {
	if (segment.startsWith("{")) return /\d|%40|@/.test(word) ? .05 : .4;
	if (word === segment) return 0;
	const [left, right] = [word.toLowerCase(), segment.toLowerCase()];
	const longest = Math.max(left.length, right.length);
	if (Math.abs(left.length - right.length) > longest / 2) return 2;
	const share = edits(left, right, longest / 2 + 1) / longest;
	return share > .5 ? 2 : Math.max(share, .01);
}
function edits(left, right, limit) {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let at = 0; at < left.length; at += 1) {
		const next = [at + 1];
		let lowest = at + 1;
		for (let other = 0; other < right.length; other += 1) {
			const put = (row[other] ?? 0) + (left[at] === right[other] ? 0 : 1);
			const value = Math.min(put, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1);
			next.push(value);
			if (value < lowest) lowest = value;
		}
		if (lowest >= limit) return limit;
		row = next;
	}
	return row[right.length] ?? 0;
}
//#endregion
//#region src/http/create-routes.ts
function createRoutes(operations) {
	const done = new Map(operations.map((operation) => [operation.operationId, operation]));
	const router = createRouter();
	for (const operation of apiOperations()) {
		const { method, operationId, tag, authenticated, path } = operation;
		addRoute(router, method, toPattern(operation), {
			operationId,
			permissionName: `${tag}:${operationId}`,
			tag,
			apiKind: basePath + path,
			authenticated,
			operation: done.get(operationId),
			params: noParams
		});
	}
	return {
		find(method, path) {
			const found = findRoute(router, method, path);
			if (!found?.params) return found?.data;
			const { operationId, permissionName, tag, apiKind, authenticated, operation } = found.data;
			return {
				operationId,
				permissionName,
				tag,
				apiKind,
				authenticated,
				operation,
				params: decode(found.params)
			};
		},
		nearest: createNearestOperation(),
		methodsOf: (path) => methods.filter((method) => findRoute(router, method, path) !== void 0)
	};
}
const noParams = Object.freeze({});
const methods = [
	"HEAD",
	"GET",
	"POST",
	"PUT",
	"DELETE",
	"PATCH"
];
function toPattern({ path }) {
	return basePath + path.replaceAll(/\{(\w+)\}/g, ":$1");
}
function decode(params) {
	const decoded = {};
	for (const name in params) {
		const value = params[name] ?? "";
		decoded[name] = value.includes("%") ? decodeURIComponent(value) : value;
	}
	return decoded;
}
//#endregion
//#region src/http/delay-reply.ts
function delayReply(reply, delayMs) {
	return new Promise((resolve) => setTimeout(resolve, delayMs, reply));
}
//#endregion
//#region src/http/origin-of.ts
function originOf(request) {
	const host = readHeader(request, "host");
	if (host !== void 0) return `http://${host}`;
	const [origin] = /^\w+:\/\/[^/?#]+/.exec(request.url) ?? [];
	return origin ?? "http://localhost";
}
//#endregion
//#region src/http/without-body.ts
function withoutBody(reply) {
	if (reply.body === "") return reply;
	const headers = {
		"content-length": String(Buffer.byteLength(reply.body)),
		...reply.headers
	};
	return {
		...reply,
		headers,
		body: ""
	};
}
//#endregion
//#region src/http/answer-call.ts
function createCallHandler(parts) {
	const { world, faults, limiter, log, latencyMs } = parts;
	const routes = createRoutes(allOperations);
	const reach = (call) => answerPlainly(world, routes, call);
	const reachPastFaults = (call) => faults.isEmpty() ? reach(call) : answerWithFaults(parts, call, () => reach(call));
	return (request, path, query) => {
		world.counts.calls += 1;
		const startMs = world.clock.now();
		settleTime(world, startMs);
		const call = {
			request,
			path,
			query,
			startMs,
			text: void 0,
			route: void 0,
			operatorId: void 0,
			faults: noFaults,
			delayMs: latencyMs
		};
		let reply;
		try {
			call.route = routes.find(request.method, path) ?? (request.method === "HEAD" ? routes.find("GET", path) : void 0);
			reply = limiter ? answerWithinLimit(world, limiter, call, () => reachPastFaults(call)) : reachPastFaults(call);
		} catch (error) {
			reply = toErrorReply(toFailure(error), languageOf(call));
		}
		if (request.method === "HEAD") reply = withoutBody(reply);
		const sequence = log?.add(call, reply) ?? 0;
		if (call.delayMs === 0) return reply;
		const delayed = delayReply(reply, call.delayMs);
		return log ? delayed.then((sent) => log.end(sequence, sent)) : delayed;
	};
}
const noFaults = Object.freeze([]);
function answerPlainly(world, routes, call) {
	const { request, path, route } = call;
	try {
		if (route) {
			const outcome = answer(world, call, route);
			return outcome instanceof ApiFailure ? toErrorReply(outcome, languageOf(call)) : toReply(outcome);
		}
		return answerMissing(routes, world.settings, {
			method: request.method,
			path,
			language: languageOf(call)
		});
	} catch (error) {
		return toErrorReply(error, languageOf(call));
	}
}
function answer(world, call, route) {
	const { operationId, operation, params } = route;
	if (!operation) throw new ApiFailure("EMU0004", [operationId]);
	const { request, path, startMs: nowMs } = call;
	const query = call.query === "" ? noQuery : new URLSearchParams(call.query);
	const origin = originOf(request);
	const audited = {
		route,
		path,
		nowMs,
		remoteAddress: request.remoteAddress
	};
	if (operation.open) return auditCall(world, audited, void 0, () => operation.handle({
		world,
		params,
		path,
		query,
		origin,
		nowMs,
		body: readBody$1(call)
	}));
	const { foreignOperatorStatus } = operation;
	const caller = authenticate(world, request, {
		operationId,
		params,
		nowMs,
		foreignOperatorStatus
	});
	const { operator, session } = caller;
	call.operatorId = operator.operatorId;
	return auditCall(world, audited, caller, () => {
		authorize({
			world,
			params,
			nowMs
		}, session, route.permissionName);
		return operation.reads === "bytes" ? operation.handle({
			world,
			params,
			path,
			query,
			origin,
			nowMs,
			body: readBytes(request),
			operator,
			session
		}) : operation.handle({
			world,
			params,
			path,
			query,
			origin,
			nowMs,
			body: readBody$1(call),
			operator,
			session
		});
	});
}
const noQuery = new URLSearchParams();
function readBody$1(call) {
	call.text = readText(call.request);
	return readJson(call.text);
}
function answerWithFaults({ world, faults }, call, reach) {
	const { request, path, route, startMs } = call;
	const token = readHeader(request, "x-soracom-token") ?? "";
	const { method } = request;
	const met = faults.meet({
		operationId: route?.operationId,
		method,
		path,
		hasToken: token !== ""
	});
	call.faults = met.ids;
	call.delayMs += met.delayMs;
	return answerFault(met, languageOf(call), reach, () => {
		const session = world.sessions.get(token);
		if (session) world.sessions.set(token, {
			...session,
			expiresMs: startMs
		});
	});
}
function answerWithinLimit(world, limiter, call, reach) {
	const { request, route, startMs } = call;
	const who = (route?.authenticated ? world.sessions.get(readHeader(request, "x-soracom-token") ?? "") : void 0)?.operatorId ?? request.remoteAddress ?? "";
	const { isOver, secondsLeft, headers } = limiter.count(who, route?.tag ?? "", startMs);
	if (isOver) {
		const reply = toErrorReply(new ApiFailure("EMU0019"), languageOf(call));
		return {
			...reply,
			headers: {
				...reply.headers,
				...headers,
				"retry-after": String(secondsLeft)
			}
		};
	}
	const reply = reach();
	return {
		...reply,
		headers: {
			...headers,
			...reply.headers
		}
	};
}
function languageOf({ request }) {
	return readHeader(request, "x-soracom-lang");
}
function toFailure(error) {
	return error instanceof URIError ? new ApiFailure("EMU0006", ["path", "what follows a percent sign is no UTF-8"]) : error;
}
//#endregion
//#region src/http/answer-file.ts
function answerFile(world, method, path, nowMs) {
	const [key = "", name] = path.slice(8).split("/");
	const exported = world.exports.get(key);
	const isThere = exported && exported.name === name && exported.readyMs <= nowMs;
	if (method !== "GET" || !isThere) throw new ApiFailure("EMU0180");
	const headers = {
		"content-type": "text/csv;charset=UTF-8",
		"content-disposition": `attachment; filename="${exported.name}"`
	};
	return {
		status: 200,
		text: exported.text,
		headers
	};
}
//#endregion
//#region src/http/split-url.ts
function splitUrl(url) {
	const local = url.startsWith("/") ? url : url.replace(/^\w+:\/\/[^/?#]*/, "");
	const at = local.indexOf("?");
	return at < 0 ? {
		path: local,
		query: ""
	} : {
		path: local.slice(0, at),
		query: local.slice(at + 1)
	};
}
//#endregion
//#region src/http/app.ts
function createApp(parts, { allowedHosts, controlPaths }) {
	const answerCall = createCallHandler(parts);
	let ownHost;
	return (request) => {
		try {
			const host = readHeader(request, "host");
			if (host !== ownHost) checkHost(host, allowedHosts);
			ownHost = host;
			const { path, query } = splitUrl(request.url);
			const isOwn = path === "/openapi.json" || controlPaths && path.startsWith("/_emulator/");
			if (path.startsWith("/_files/")) return download(parts, request, path);
			if (!isOwn) return answerCall(request, path, query);
			checkOrigin(request.method, readHeader(request, "origin"), allowedHosts);
			const reply = control(parts, request, path, query);
			return parts.latencyMs > 0 ? delayReply(reply, parts.latencyMs) : reply;
		} catch (error) {
			return toErrorReply(error, readHeader(request, "x-soracom-lang"));
		}
	};
}
function download({ world }, request, path) {
	const nowMs = world.clock.now();
	settleTime(world, nowMs);
	return toReply(answerFile(world, request.method, path, nowMs));
}
function control({ world, faults, log }, request, path, query) {
	const body = readJson(readText(request));
	const context = {
		world,
		faults,
		log,
		query: new URLSearchParams(query),
		body
	};
	const name = path.startsWith("/_emulator/") ? path.slice(11) : path.slice(1);
	const isHead = request.method === "HEAD";
	const answer = answerControl(context, isHead ? "GET" : request.method, name);
	const write = (given) => isHead ? withoutBody(toReply(given)) : toReply(given);
	return answer instanceof Promise ? answer.then(write) : write(answer);
}
//#endregion
//#region src/settings.ts
const defaultSettings = Object.freeze({
	missingTokenStatus: 401,
	invalidTokenStatus: 401,
	wrongPasswordStatus: 401,
	registerStatus: 200,
	webPayStatus: 201,
	unknownStatsImsiStatus: 400,
	unregisteredStatsAccepted: true,
	foreignOperatorStatus: 400,
	unknownMethodStatus: 405,
	sandboxCallsNeedAuth: true,
	defaultSubscription: Object.freeze({
		jp: "plan-D",
		g: "plan01s"
	}),
	defaultCoverageTypes: Object.freeze(["jp"]),
	orderStatusAfterConfirm: "orderProcessing",
	shippedOrderShipsAgain: true,
	moreUnsupportedStatuses: Object.freeze({}),
	repeatedStateIsAccepted: true,
	defaultExpiryAction: null,
	expiryTerminateNeedsPermission: false,
	statsActivateReadySims: false,
	statsReach: "unlimited",
	terminatedStatsReadable: false,
	bucketZoneOffsetMinutes: 0,
	statsOrder: "oldestFirst",
	orderZoneOffsetMinutes: 0,
	unknownProductPriceJpy: 0,
	shippingCostJpy: 907,
	maxSimsInOrder: 1e4,
	couponsApply: "beforeTax",
	onGap: "tell",
	jpyRounding: "floor",
	notPermittedStatus: 403,
	unknownConditions: "refused",
	callerIpAddress: "127.0.0.1",
	conditionZoneOffsetMinutes: 0,
	unsetPermission: "",
	maxUsers: 50,
	maxRoles: 20,
	soracomManagedRoles: Object.freeze([]),
	mfaStatuses: Object.freeze({
		off: "INACTIVE",
		unverified: "UNCONFIRMED",
		on: "ACTIVE"
	}),
	unlistedNotFoundStatus: 404,
	unlistedDuplicateStatus: 400,
	mailTokenLifetimeSeconds: 86400,
	maxEmails: 10,
	auditLogScope: "contracted",
	auditLogOrder: "newestFirst",
	credentialTypes: "any",
	credentialValues: "masked",
	ignoredHandlersListed: false,
	pageSize: 100,
	previousLinks: true,
	limitBelowOne: "clamped",
	defaultCoupon: Object.freeze({
		amount: 0,
		billItemName: "dailyChargeTotal",
		months: 12
	}),
	exportDelayMs: 0,
	smsSubscriptions: Object.freeze(["plan01s"]),
	localInfoSubscriptions: Object.freeze(["plan01s"]),
	transferKeeps: Object.freeze([
		"tags",
		"expiry",
		"imeiLock"
	]),
	rankingHasIdleSims: false,
	paymentTimeUnit: "milliseconds",
	couponTaxRate: 0,
	everyQuotationExpires: true,
	defaultDiscountStart: "today",
	longTermDiscounts: Object.freeze([{
		type: "SORACOM_AIR_BASIC_CHARGE_V2",
		paymentType: "MONTHLY",
		termMonths: 12,
		unitPrice: 275
	}]),
	orderStatusAfterRegister: "shipped"
});
//#endregion
//#region src/options.ts
function toSettings(wanted = {}) {
	for (const name of Object.keys(wanted)) if (!(name in defaultSettings)) {
		const known = Object.keys(defaultSettings).join(", ");
		throw new TypeError(`The emulator has no setting "${name}". It has: ${known}.`);
	}
	const settings = Object.freeze({
		...defaultSettings,
		...wanted
	});
	for (const { roleId, permission } of settings.soracomManagedRoles) {
		const read = parsePermission(permission, settings.unknownConditions);
		if ("problem" in read) throw new TypeError(`The permission of the role "${roleId}" is not valid: ${read.problem}.`);
	}
	return settings;
}
function toWholeNumber(name, value, least, most) {
	if (Number.isInteger(value) && value >= least && value <= most) return value;
	throw new TypeError(`The option ${name} of the emulator must be a whole number from ${least} to ${most}; it is ${String(value)} (${typeof value}).`);
}
function toRateLimit(wanted) {
	if (wanted === void 0) return void 0;
	return {
		limit: toWholeNumber("rateLimit.limit", wanted.limit, 1, 1e9),
		perSeconds: toWholeNumber("rateLimit.perSeconds", wanted.perSeconds, 1, 86400)
	};
}
//#endregion
//#region src/rules/to-consistency.ts
function toConsistency(option = "immediate") {
	if (typeof option === "string" || "lagMs" in option || "polls" in option) {
		const rule = check("consistency", option);
		return Object.freeze({
			index: rule,
			stats: rule,
			orderSubscribers: rule
		});
	}
	for (const name of Object.keys(option)) if (!places.some((place) => place === name)) throw new TypeError(`The option consistency of the emulator has no "${name}". It has: ${places.join(", ")}.`);
	const { index = "immediate", stats = "immediate", orderSubscribers = "immediate" } = option;
	return Object.freeze({
		index: check("consistency.index", index),
		stats: check("consistency.stats", stats),
		orderSubscribers: check("consistency.orderSubscribers", orderSubscribers)
	});
}
const places = [
	"index",
	"stats",
	"orderSubscribers"
];
function check(name, rule) {
	if (rule === "immediate" || rule === "adversarial") return rule;
	const [[unit, amount] = [], ...others] = Object.entries(rule);
	if ((unit === "lagMs" || unit === "polls") && others.length === 0 && amount !== void 0 && Number.isInteger(amount) && amount >= 0) return Object.freeze({ ...rule });
	throw new TypeError(`The option ${name} of the emulator must be 'immediate', 'adversarial', { lagMs } or { polls } with a whole number; it is ${JSON.stringify(rule)}.`);
}
//#endregion
//#region src/rules/token-signer.ts
function createTokenSigner() {
	let key;
	return (text) => {
		key ??= createPrivateKey({
			key: publicKnowledge,
			format: "jwk"
		});
		return sign("RSA-SHA256", Buffer.from(text), key).toString("base64url");
	};
}
const publicKnowledge = {
	kty: "RSA",
	n: "mYRIGvjm_C7NZ548XwNQZqMA46CQTSrsXgO_2LykCn4OCCJvyEtM_MyMK4pj98q2UppJIiTj5ImyX-xqADzgT2uihi0acW_Q4_aF1zYjAMvMRxgWU2SsKRW8amdVWVkrUWcwpw2htMafLLVWGVA3URERtMEaCUBir0h4CHX6GPOgVaBcDvAiDEwku-HSBn0YSU1mgw1xIuJUpasgfnVyLzt5B7WXWRlcblgY0T_aRYwKVUi9VIDX_Blhgxxc9H5H_jbDi9KVGMEBFdxrL_pPs4S4VGFL_-X7hMDkQgRdv8WqaZYG7wNGxkMS5klNXD3xhZyHNfgrZwYhkSmpOMqvow",
	e: "AQAB",
	d: "Eowm4gtcbO-CpZg6lwgheKUNAHNvu8MJ17oAPcFc2F-udlEizEI8xPY5oTERLujw6j31xAhM-FmikXBQxkKUn0PT2P4uCbKGvGQWe4_w3rHAtn40hFLPcg9MOlbNuwPI9gbPm_9LoDm3FYG7K0fDxymWyA3khWWgBqlsxyjp1IW62JPgk2w1OfJgmcySeAa_vhxfxnD32XQyOZOGlYpbEfsw1B0biHZdVb9N8tTYWXLXNd5jRirkkr_T67TYcsJtD93KHsXlNLJrIuZKe2AJJNTriyQ_8ervWkrGszneHIhAoNZGF0dV247BMpv2AT_8O-3B5zmoe4Xwoh0GNe7IoQ",
	p: "yxr_wvuLUc8926QgZV7Kmxl5G6UeHAMB84Wa9nnE-INq6oN4M4JPAuobPbqly6uZLXyxeeA8VImxp52-__T9SlhR3jzLD_AM7K5f--Ha1Mlqr_Wlj2OrMmxi9ZsiSVpF7S35eVKKH98nNjAI0M2zTyfBm3IIAQyJPbVvEYYYzns",
	q: "wX82D6ATH5Migdxr_whDmYvGpvwsTNWDRn3VDqGpBPGkXadrHjYKwqeWbHIjffDyQmiLEeeOVZzPnhsjrdbeC91IWPjl5Ww5Oc0njXLmPJ27nOYDvGkupwr6QTnocCPavzPCF524a4u4c3YiNFqeHUsabN1-f2lYvQ8VC5uDbvk",
	dp: "nvCz8YwTzKOXTsizqWBywMlAYwfl9hnMbxvA1t0X7To6cucLK5Pv7OHzC22CzU2uA1CvOibmT2mpovfpPjgj9wgCmR2N8xzxoE4dQunN6_LrEGP1ea6PjFgRYQ5T2H9SdXci4XRcLvDcqKUSYQR4K5t7AQBNjzSWObo__sCnrP0",
	dq: "AbZigBjmkmz27TdKLWOhVYaLJ4crzTJGiyUp8Ys0t7p7vehxZj8MMVTSW_tWnRK40iWitXHbLJ7Kp5eN5Uf1hx1aOo9ZWYJvrzdFllbh-r9anbTba5tysj_Cnzkn-XYXxYFrwlG_BBSkeUEeZGA47gFwJm5_ZBlGk8XCZevmaeE",
	qi: "yLZ2AaFqaef54x4NCUvGLoZ9kt_-BFsNQVlbUknNwX7I7Y8EVhah5Ay4bBxTAnurNgYwBUc2DxykmejMXq58vYjhUZxcxXaaZ4_U5L9-qJtSQhuR5jynZwmbiHss8g4X5KFVfF0isABgKMElq0eGg4BpJj2V5240OhbolozSCUk"
};
//#endregion
//#region src/create-emulator.ts
function createEmulator(options = {}) {
	const emulator = openEmulator(options);
	return {
		...emulator,
		handle: (request) => emulator.handle(withLowerNames(request)),
		get seed() {
			return emulator.seed;
		}
	};
}
function openEmulator(options) {
	const world = openWorld(options);
	const faults = createFaults(options.faults);
	const rateLimit = toRateLimit(options.rateLimit);
	const logSize = toWholeNumber("logSize", options.logSize ?? 1e3, 0, 1e6);
	const log = logSize > 0 ? createRequestLog(logSize, world.clock.now) : void 0;
	return {
		handle: createApp({
			world,
			faults,
			limiter: rateLimit && createRateLimiter(rateLimit),
			log,
			latencyMs: toWholeNumber("latencyMs", options.latencyMs ?? 0, 0, longestLatencyMs)
		}, {
			allowedHosts: (options.allowedHosts ?? []).map((name) => name.toLowerCase()),
			controlPaths: options.controlPaths ?? true
		}),
		clock: {
			now: world.clock.now,
			advance: world.clock.advance,
			set: world.clock.set
		},
		faults,
		get seed() {
			return world.seed;
		},
		counts: () => toCounts(world),
		log: (filter) => log?.entries(filter) ?? [],
		snapshot: () => takeSnapshot(world),
		restore: (snapshot) => restoreSnapshot(world, snapshot),
		reset: () => reset({
			world,
			log
		})
	};
}
const longestLatencyMs = 6e5;
function openWorld({ snapshot, ...options }) {
	const seed = options.seed ?? randomBytes(6).toString("hex");
	const seeded = {
		ids: createIdSource(options.seed),
		draws: createIdSource(toDrawsSeed(seed)),
		seed
	};
	const world = createWorld({
		...seeded,
		clock: createClock(options.startTime),
		settings: toSettings(options.settings),
		productionKeys: options.authKeys,
		rateCard: options.rateCard ? assertRateCard(options.rateCard) : publishedRateCard$1,
		billLines: createLinesCache(),
		signToken: createTokenSigner(),
		consistency: toConsistency(options.consistency)
	});
	if (snapshot === void 0) return world;
	restoreSnapshot(world, snapshot);
	if (options.seed !== void 0 && options.seed !== snapshot.seed) Object.assign(world, seeded);
	if (options.startTime !== void 0) world.clock.set(options.startTime);
	return world;
}
//#endregion
//#region src/rules/billing/parse-rate-card.ts
function parseRateCard(json) {
	const read = v.safeParse(rateCardSchema, typeof json === "string" ? parse(json) : json);
	if (!read.success) {
		const lines = read.issues.map((issue) => `  - ${v.getDotPath(issue) ?? "the card"}: ${issue.message}`);
		throw new TypeError(["The rate card is not valid:", ...lines].join("\n"));
	}
	const { $schema: _, ...card } = read.output;
	return assertRateCard(card);
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new TypeError("The rate card is no JSON.", { cause: error });
	}
}
//#endregion
//#region src/http/server.ts
async function listen(handle, { port, host }) {
	const post = createOutbox();
	const server = createServer((request, response) => serve(handle, post, request, response));
	server.keepAliveTimeout = 0;
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			resolve();
		});
	});
	return {
		port: server.address().port,
		close: () => new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		})
	};
}
function serve(handle, post, request, response) {
	const { method = "GET", url = "/", headers, socket } = request;
	const answer = (read) => {
		const finish = (reply) => post(response, read.isBodyTooLarge ? {
			...reply,
			headers: {
				...reply.headers,
				connection: "close"
			}
		} : reply);
		try {
			const reply = handle({
				method,
				url,
				headers,
				remoteAddress: socket.remoteAddress,
				...read
			});
			if (reply instanceof Promise) reply.then(finish).catch(() => response.destroy());
			else finish(reply);
		} catch {
			response.destroy();
		}
	};
	if (hasBody(request)) readBody(request, bodyLimitOf(url), answer);
	else answer(noBody);
}
const noBody = Object.freeze({ body: "" });
function hasBody({ headers }) {
	const { "content-length": length, "transfer-encoding": encoding } = headers;
	return encoding !== void 0 || length !== void 0 && length !== "0";
}
function readBody(request, limitBytes, done) {
	if (Number(request.headers["content-length"]) > limitBytes) {
		done({ isBodyTooLarge: true });
		return;
	}
	const chunks = [];
	let bytes = 0;
	const add = (chunk) => {
		bytes += chunk.length;
		chunks.push(chunk);
		if (bytes <= limitBytes) return;
		request.off("data", add).off("end", end).pause();
		done({ isBodyTooLarge: true });
	};
	const end = () => done({ body: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) });
	request.on("data", add).on("end", end);
	request.on("error", () => request.destroy());
}
function createOutbox() {
	let ready = [];
	const sendAll = () => {
		const now = ready;
		ready = [];
		for (const one of now) one();
	};
	return (response, reply) => {
		if (ready.length === 0) setImmediate(sendAll);
		ready.push(() => send(response, reply));
	};
}
function send(response, reply) {
	const { status, body, connection } = reply;
	if (response.destroyed) return;
	if (connection === "reset") {
		response.socket?.resetAndDestroy();
		return;
	}
	try {
		response.writeHead(status, toHeaderList(reply));
		if (connection === "cut") response.write(body, () => response.destroy());
		else response.end(body);
	} catch {
		response.destroy();
	}
}
function toHeaderList({ status, headers, body }) {
	const list = status === 204 || headers["content-length"] !== void 0 ? [] : ["content-length", Buffer.byteLength(body)];
	for (const name in headers) list.push(name, headers[name]);
	return list;
}
//#endregion
//#region src/start-emulator.ts
async function startEmulator(options = {}) {
	const { host = "127.0.0.1", allowedHosts = [] } = options;
	const wantedPort = toWholeNumber("port", options.port ?? 0, 0, 65535);
	const bracketed = host.includes(":") ? `[${host}]` : host;
	const emulator = openEmulator({
		...options,
		allowedHosts: [...allowedHosts, bracketed]
	});
	const { handle, ...control } = emulator;
	const server = await listen(handle, {
		port: wantedPort,
		host
	});
	let closing;
	const close = () => {
		closing ??= server.close();
		return closing;
	};
	return {
		...control,
		get seed() {
			return emulator.seed;
		},
		endpoint: `http://${reachable(bracketed)}:${server.port}`,
		port: server.port,
		close,
		[Symbol.asyncDispose]: close
	};
}
function reachable(host) {
	if (host === "0.0.0.0") return "127.0.0.1";
	return host === "[::]" ? "[::1]" : host;
}
//#endregion
export { createEmulator, defaultSettings, defineRateCard, parseRateCard, publishedRateCard, startEmulator };
