
require("./index.cjs");
let _soracom_fixtures_api_billing = require("@soracom-fixtures/api/billing");
let _soracom_fixtures_api = require("@soracom-fixtures/api");
//#region src/rules/calendar.ts
function toDigits(timeMs, offsetMinutes = 0) {
	return new Date(timeMs + offsetMinutes * 6e4).toISOString().replace(/\D/g, "");
}
function toSecondText(timeMs, offsetMinutes = 0) {
	return toDigits(timeMs, offsetMinutes).slice(0, 14);
}
function toDayText(timeMs, offsetMinutes = 0) {
	return toDigits(timeMs, offsetMinutes).slice(0, 8);
}
function toMonthText(timeMs, offsetMinutes = 0) {
	return toDigits(timeMs, offsetMinutes).slice(0, 6);
}
function isMonthText(text) {
	return /^\d{4}(0[1-9]|1[0-2])$/.test(text);
}
function monthStartMs(monthText, offsetMinutes = 0) {
	return Date.UTC(Number(monthText.slice(0, 4)), Number(monthText.slice(4, 6)) - 1, 1) - offsetMinutes * 6e4;
}
function shiftMonth(monthText, months) {
	return toMonthText(new Date(Date.UTC(Number(monthText.slice(0, 4)), Number(monthText.slice(4, 6)) - 1 + months, 1)).getTime());
}
const dayMs = 864e5;
function monthsBefore(timeMs, months) {
	const date = new Date(timeMs);
	return date.setUTCMonth(date.getUTCMonth() - months);
}
//#endregion
//#region src/rules/plan-rules.ts
const virtualSubscription = "planArc01";
function planRulesOf(subscription) {
	return subscription === "planArc01" ? virtualRules : _soracom_fixtures_api.plans[subscription];
}
function coverageTypeOf(subscription, billed) {
	return subscription === "planArc01" ? billed : _soracom_fixtures_api.plans[subscription].coverageType;
}
const virtualRules = {
	bundles: [],
	speedClasses: ["arc.standard"],
	unsupportedStatuses: [
		"ready",
		"inactive",
		"standby",
		"suspended"
	],
	coverageType: "g"
};
//#endregion
//#region src/rules/billing/giving.ts
function giving({ subscription }, list) {
	return subscription === "planArc01" ? "" : `: give ${list}`;
}
//#endregion
//#region src/rules/billing/phases-within.ts
function phasesWithin(history, { startMs, endMs, nowMs }) {
	const phases = [];
	let untilMs = Math.min(endMs, nowMs + 1);
	for (let index = history.length - 1; index >= 0 && untilMs > startMs; index -= 1) {
		const change = history[index];
		if (change === void 0 || change.timeMs >= untilMs) continue;
		phases.push({
			fromMs: Math.max(change.timeMs, startMs),
			untilMs,
			change
		});
		untilMs = change.timeMs;
	}
	return phases;
}
//#endregion
//#region src/rules/billing/beam-lines.ts
function beamLines(context, sims) {
	const { card, coverageType, unpriced } = context;
	const users = sims.filter(({ beam }) => beam?.month.has(context.startMs / 1e3));
	if (users.length === 0) return [];
	const price = card.beamPrices.find((one) => one.coverageType === coverageType);
	if (!price) {
		unpriced.add(`Beam requests of coverage type ${coverageType}: give beamPrices`);
		return [];
	}
	const unitPrice = price.price / price.perRequests;
	let freeRequests = price.freeRequestsPerMonth;
	const lines = [];
	for (const { startMs, date } of context.days) for (const { imsi, beam } of users) {
		const requests = requestsOf(beam, startMs);
		const free = Math.min(requests, freeRequests);
		freeRequests -= free;
		const quantity = requests - free;
		if (quantity === 0) continue;
		const amount = (0, _soracom_fixtures_api_billing.toExact)(quantity * price.price / price.perRequests);
		lines.push({
			imsi,
			date,
			billItemName: "beamRequestCharge",
			unitPrice,
			quantity,
			amount
		});
	}
	return lines;
}
function requestsOf(beam, dayStartMs) {
	let requests = 0;
	for (const [count = 0] of beam?.day.get(dayStartMs / 1e3)?.values() ?? []) requests += count;
	return requests;
}
//#endregion
//#region src/rules/billing/bundles-within.ts
function bundlesWithin(context, { history }) {
	const bundles = /* @__PURE__ */ new Set();
	for (const { change } of phasesWithin(history, context)) if (change.status !== "terminated") for (const bundle of change.bundles) bundles.add(bundle);
	return [...bundles].sort();
}
//#endregion
//#region src/rules/billing/allowances.ts
function allowanceOf({ card, pools }, bundles) {
	const fees = card.bundleFees.filter(({ bundle }) => bundles.includes(bundle));
	const own = { bytes: 0 };
	const shared = [];
	for (const fee of fees) {
		const { bundle, includedBytes = 0 } = fee;
		if (isPooled(fee)) {
			const pool = pools.get(bundle) ?? { bytes: 0 };
			pools.set(bundle, pool);
			pool.bytes += includedBytes;
			shared.push(pool);
		} else own.bytes += includedBytes;
	}
	return {
		parts: [own, ...shared],
		overage: fees.find(({ overage }) => overage !== void 0)?.overage
	};
}
function takeFree({ parts }, bytes) {
	let open = bytes;
	for (const part of parts) {
		const free = Math.min(open, part.bytes);
		part.bytes -= free;
		open -= free;
	}
	return bytes - open;
}
function isPooled({ pooled }) {
	return pooled === true;
}
//#endregion
//#region src/rules/billing/bytes-by-price.ts
function bytesByPrice(prices, day) {
	const byPrice = /* @__PURE__ */ new Map();
	const otherwise = prices.find(({ hours }) => hours === void 0);
	let leftBytes = day.bytes;
	if (prices.some(({ hours }) => hours !== void 0)) for (const [slotMs, bytes] of slotsOf(day)) {
		const price = prices.find(({ hours }) => hours && isWithin(hours, slotMs)) ?? otherwise;
		if (!price) continue;
		byPrice.set(price, (byPrice.get(price) ?? 0) + bytes);
		leftBytes -= bytes;
	}
	if (otherwise && leftBytes > 0) byPrice.set(otherwise, (byPrice.get(otherwise) ?? 0) + leftBytes);
	return {
		byPrice,
		unpricedBytes: otherwise ? 0 : leftBytes
	};
}
function* slotsOf({ sim, speedClass, direction, dayStartMs }) {
	for (let slotMs = dayStartMs; slotMs < dayStartMs + dayMs; slotMs += slotWidthMs) {
		const bytes = sim.air?.minutes?.get(slotMs / 1e3)?.get(speedClass)?.[direction === "upload" ? 0 : 1] ?? 0;
		if (bytes > 0) yield [slotMs, bytes];
	}
}
function isWithin({ fromHour, toHour, zoneOffsetMinutes }, timeMs) {
	const hour = new Date(timeMs + zoneOffsetMinutes * 6e4).getUTCHours();
	return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}
const slotWidthMs = 3e5;
//#endregion
//#region src/rules/billing/data-lines.ts
function dataLines(context, ...sims) {
	const works = sims.map((sim) => ({
		sim,
		allowance: allowanceOf(context, bundlesWithin(context, sim))
	})).filter(({ sim }) => sim.air?.month.has(context.startMs / 1e3));
	for (const { subscription, what } of context.card.gaps) if (works.some(({ sim }) => sim.subscription === subscription)) context.unpriced.add(what);
	const lines = [];
	for (const { startMs, date } of context.days) for (const { sim, allowance } of works) {
		const counters = sim.air?.day.get(startMs / 1e3);
		if (counters) addDay({
			context,
			sim,
			allowance,
			startMs,
			date,
			lines
		}, counters);
	}
	return lines;
}
function sharesAllowance(context, sim) {
	return context.card.bundleFees.some(isPooled) && bundlesWithin(context, sim).some((name) => context.card.bundleFees.some((fee) => fee.bundle === name && isPooled(fee)));
}
function addDay(day, counters) {
	const classes = counters.size > 1 ? [...counters].sort(([left], [right]) => left < right ? -1 : 1) : counters;
	for (const [speedClass, [uploadBytes = 0, downloadBytes = 0]] of classes) for (const [direction, bytes] of [["upload", uploadBytes], ["download", downloadBytes]]) if (bytes > 0) addBytes(day, {
		speedClass,
		direction,
		bytes
	});
}
function addBytes({ context, sim, allowance, startMs, date, lines }, used) {
	const { speedClass, direction, bytes } = used;
	const add = (price, priced) => {
		const charged = priced - takeFree(allowance, priced);
		if (charged === 0) return;
		const { quantity, amount } = (0, _soracom_fixtures_api_billing.chargeOfData)(price, charged);
		const unitPrice = price.price / price.perBytes;
		lines.push({
			imsi: sim.imsi,
			date,
			billItemName: `${direction}DataCharge`,
			unitPrice,
			quantity,
			amount
		});
	};
	if (allowance.overage) {
		add(allowance.overage, bytes);
		return;
	}
	const { byPrice, unpricedBytes } = bytesByPrice((0, _soracom_fixtures_api_billing.dataPricesOf)(context.card, sim.subscription, speedClass, direction), {
		sim,
		...used,
		dayStartMs: startMs
	});
	for (const [price, priced] of byPrice) add(price, priced);
	if (unpricedBytes > takeFree(allowance, unpricedBytes)) context.unpriced.add(`data of ${sim.subscription} in ${speedClass}${giving(sim, "dataPrices")}`);
}
//#endregion
//#region src/rules/billing/to-lines-part.ts
function toLinesPart(lines) {
	if (lines.length === 0) return noLines;
	const byItem = /* @__PURE__ */ new Map();
	const byImsi = /* @__PURE__ */ new Map();
	for (const line of lines) {
		add(byItem, (0, _soracom_fixtures_api_billing.billItemOf)(line), line.amount);
		add(byImsi, line.imsi, line.amount);
	}
	return {
		lines,
		byItem,
		byImsi
	};
}
const noLines = {
	lines: [],
	byItem: /* @__PURE__ */ new Map(),
	byImsi: /* @__PURE__ */ new Map()
};
function add(sums, key, amount) {
	sums.set(key, (sums.get(key) ?? 0) + amount);
}
//#endregion
//#region src/rules/billing/lines-cache.ts
function createLinesCache() {
	return /* @__PURE__ */ new Map();
}
function rememberLines(context, { sim, name, key }, make) {
	const remembered = context.remembered[name];
	if (!remembered) return toLinesPart(make(context));
	const { history } = sim;
	let known = remembered.get(sim);
	if (known?.history !== history || known.changes !== history.length || known.key !== key) {
		const own = /* @__PURE__ */ new Set();
		const part = toLinesPart(make({
			...context,
			unpriced: own
		}));
		known = {
			history,
			changes: history.length,
			key,
			part,
			unpriced: [...own]
		};
		remembered.set(sim, known);
	}
	for (const what of known.unpriced) context.unpriced.add(what);
	return known.part;
}
function rememberedOf({ cache, coverageType }, month) {
	if (!cache) return {};
	const find = (name) => {
		const place = `${name} ${coverageType} ${month}`;
		const found = cache.get(place) ?? /* @__PURE__ */ new WeakMap();
		cache.set(place, found);
		return found;
	};
	return {
		fees: find("fees"),
		usage: find("usage")
	};
}
//#endregion
//#region src/rules/billing/month-context.ts
function createMonthContext(input, month) {
	const { coverageType, sims, card, zoneOffsetMinutes, nowMs, cache } = input;
	const startMs = monthStartMs(month, zoneOffsetMinutes);
	const endMs = monthStartMs(shiftMonth(month, 1), zoneOffsetMinutes);
	return {
		coverageType,
		sims,
		card,
		zoneOffsetMinutes,
		nowMs,
		cache,
		month,
		startMs,
		endMs,
		days: Array.from({ length: (endMs - startMs) / dayMs }, (_, index) => {
			const dayStartMs = startMs + index * dayMs;
			return {
				startMs: dayStartMs,
				date: toDayText(dayStartMs, zoneOffsetMinutes)
			};
		}),
		chargedSims: /* @__PURE__ */ new Map(),
		pools: /* @__PURE__ */ new Map(),
		remembered: rememberedOf(input, month),
		unpriced: /* @__PURE__ */ new Set()
	};
}
//#endregion
//#region src/rules/billing/sum-by.ts
function sumBy(lines, keyOf) {
	const sums = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const key = keyOf(line);
		sums.set(key, (sums.get(key) ?? 0) + line.amount);
	}
	return toExactly(sums);
}
function sumParts(parts, by) {
	const sums = /* @__PURE__ */ new Map();
	for (const part of parts) for (const [key, amount] of part[by]) sums.set(key, (sums.get(key) ?? 0) + amount);
	return toExactly(sums);
}
function toExactly(sums) {
	for (const [key, amount] of sums) sums.set(key, (0, _soracom_fixtures_api_billing.toExact)(amount));
	return sums;
}
//#endregion
//#region src/rules/billing/billed-coverage-type.ts
function billedCoverageType(coverageTypes) {
	return coverageTypes.has("jp") ? "jp" : "g";
}
//#endregion
//#region src/rules/stats-buckets.ts
function bucketStart(unixtimeSeconds, period, offsetMinutes = 0) {
	if (period === "month") return monthStartMs(toMonthText(unixtimeSeconds * 1e3, offsetMinutes), offsetMinutes) / 1e3;
	const widthSeconds = period === "day" ? daySeconds : slotSeconds;
	const offsetSeconds = offsetMinutes * 60;
	return Math.floor((unixtimeSeconds + offsetSeconds) / widthSeconds) * widthSeconds - offsetSeconds;
}
function nextBucketStart(startSeconds, period, offsetMinutes = 0) {
	if (period === "month") return monthStartMs(shiftMonth(toMonthText(startSeconds * 1e3, offsetMinutes), 1), offsetMinutes) / 1e3;
	return startSeconds + (period === "day" ? daySeconds : slotSeconds);
}
function bucketDate(startSeconds, period, offsetMinutes = 0) {
	const startMs = startSeconds * 1e3;
	if (period === "month") return toMonthText(startMs, offsetMinutes);
	if (period === "day") return toDayText(startMs, offsetMinutes);
	return toDigits(startMs, offsetMinutes).slice(0, 12);
}
function isStatsTime(unixtimeSeconds) {
	return Number.isSafeInteger(unixtimeSeconds) && unixtimeSeconds >= 0 && unixtimeSeconds <= lastSecond;
}
const daySeconds = 86400;
const slotSeconds = 300;
const lastSecond = Date.UTC(9999, 11, 31) / 1e3;
//#endregion
//#region src/state/stats-table.ts
function createStatsTable() {
	return {
		times: /* @__PURE__ */ new Set(),
		month: /* @__PURE__ */ new Map(),
		day: /* @__PURE__ */ new Map(),
		minutes: /* @__PURE__ */ new Map()
	};
}
function insertPoint(table, unixtimeSeconds, values, offsetMinutes) {
	if (table.times.has(unixtimeSeconds)) return false;
	table.times.add(unixtimeSeconds);
	for (const period of _soracom_fixtures_api.statsPeriods) addCounters(bucketAt(table[period], bucketStart(unixtimeSeconds, period, offsetMinutes)), values);
	return true;
}
function bucketsBetween(table, period, fromStartSeconds, toStartSeconds, offsetMinutes) {
	if (!table) return [];
	const buckets = table[period];
	const inside = [];
	if ((toStartSeconds - fromStartSeconds) / widthSeconds[period] < buckets.size) {
		let start = fromStartSeconds;
		while (start <= toStartSeconds) {
			const counters = buckets.get(start);
			if (counters) inside.push([start, counters]);
			start = nextBucketStart(start, period, offsetMinutes);
		}
		return inside;
	}
	for (const entry of buckets) if (entry[0] >= fromStartSeconds && entry[0] <= toStartSeconds) inside.push(entry);
	return inside.sort((left, right) => left[0] - right[0]);
}
function addCounters(sum, values) {
	for (const [name, numbers] of values) {
		const present = sum.get(name);
		if (present === void 0) sum.set(name, [...numbers]);
		else for (const [index, number] of numbers.entries()) present[index] = (present[index] ?? 0) + number;
	}
}
const widthSeconds = {
	month: 28 * 86400,
	day: 86400,
	minutes: 300
};
function bucketAt(buckets, startSeconds) {
	let bucket = buckets.get(startSeconds);
	if (bucket === void 0) {
		bucket = /* @__PURE__ */ new Map();
		buckets.set(startSeconds, bucket);
	}
	return bucket;
}
//#endregion
Object.defineProperty(exports, "addCounters", {
	enumerable: true,
	get: function() {
		return addCounters;
	}
});
Object.defineProperty(exports, "beamLines", {
	enumerable: true,
	get: function() {
		return beamLines;
	}
});
Object.defineProperty(exports, "billedCoverageType", {
	enumerable: true,
	get: function() {
		return billedCoverageType;
	}
});
Object.defineProperty(exports, "bucketDate", {
	enumerable: true,
	get: function() {
		return bucketDate;
	}
});
Object.defineProperty(exports, "bucketStart", {
	enumerable: true,
	get: function() {
		return bucketStart;
	}
});
Object.defineProperty(exports, "bucketsBetween", {
	enumerable: true,
	get: function() {
		return bucketsBetween;
	}
});
Object.defineProperty(exports, "bundlesWithin", {
	enumerable: true,
	get: function() {
		return bundlesWithin;
	}
});
Object.defineProperty(exports, "coverageTypeOf", {
	enumerable: true,
	get: function() {
		return coverageTypeOf;
	}
});
Object.defineProperty(exports, "createLinesCache", {
	enumerable: true,
	get: function() {
		return createLinesCache;
	}
});
Object.defineProperty(exports, "createMonthContext", {
	enumerable: true,
	get: function() {
		return createMonthContext;
	}
});
Object.defineProperty(exports, "createStatsTable", {
	enumerable: true,
	get: function() {
		return createStatsTable;
	}
});
Object.defineProperty(exports, "dataLines", {
	enumerable: true,
	get: function() {
		return dataLines;
	}
});
Object.defineProperty(exports, "dayMs", {
	enumerable: true,
	get: function() {
		return dayMs;
	}
});
Object.defineProperty(exports, "giving", {
	enumerable: true,
	get: function() {
		return giving;
	}
});
Object.defineProperty(exports, "insertPoint", {
	enumerable: true,
	get: function() {
		return insertPoint;
	}
});
Object.defineProperty(exports, "isMonthText", {
	enumerable: true,
	get: function() {
		return isMonthText;
	}
});
Object.defineProperty(exports, "isStatsTime", {
	enumerable: true,
	get: function() {
		return isStatsTime;
	}
});
Object.defineProperty(exports, "monthStartMs", {
	enumerable: true,
	get: function() {
		return monthStartMs;
	}
});
Object.defineProperty(exports, "monthsBefore", {
	enumerable: true,
	get: function() {
		return monthsBefore;
	}
});
Object.defineProperty(exports, "phasesWithin", {
	enumerable: true,
	get: function() {
		return phasesWithin;
	}
});
Object.defineProperty(exports, "planRulesOf", {
	enumerable: true,
	get: function() {
		return planRulesOf;
	}
});
Object.defineProperty(exports, "rememberLines", {
	enumerable: true,
	get: function() {
		return rememberLines;
	}
});
Object.defineProperty(exports, "sharesAllowance", {
	enumerable: true,
	get: function() {
		return sharesAllowance;
	}
});
Object.defineProperty(exports, "shiftMonth", {
	enumerable: true,
	get: function() {
		return shiftMonth;
	}
});
Object.defineProperty(exports, "sumBy", {
	enumerable: true,
	get: function() {
		return sumBy;
	}
});
Object.defineProperty(exports, "sumParts", {
	enumerable: true,
	get: function() {
		return sumParts;
	}
});
Object.defineProperty(exports, "toDayText", {
	enumerable: true,
	get: function() {
		return toDayText;
	}
});
Object.defineProperty(exports, "toDigits", {
	enumerable: true,
	get: function() {
		return toDigits;
	}
});
Object.defineProperty(exports, "toLinesPart", {
	enumerable: true,
	get: function() {
		return toLinesPart;
	}
});
Object.defineProperty(exports, "toMonthText", {
	enumerable: true,
	get: function() {
		return toMonthText;
	}
});
Object.defineProperty(exports, "toSecondText", {
	enumerable: true,
	get: function() {
		return toSecondText;
	}
});
Object.defineProperty(exports, "virtualSubscription", {
	enumerable: true,
	get: function() {
		return virtualSubscription;
	}
});
