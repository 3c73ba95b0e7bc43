
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_stats_table = require("./stats-table-C3tZAkfD.cjs");
require("./index.cjs");
let _soracom_fixtures_api_billing = require("@soracom-fixtures/api/billing");
//#region src/rules/billing/bill-usage.ts
function billUsage(usage, card) {
	const coverageType = require_stats_table.billedCoverageType(new Set(usage.coverageTypes));
	const sim = toBilledSim(usage);
	const input = {
		coverageType,
		sims: [sim],
		card,
		zoneOffsetMinutes: 0,
		nowMs: endOfTimeMs
	};
	const lines = [];
	const unpriced = /* @__PURE__ */ new Set();
	for (const month of monthsOf(usage)) {
		const context = require_stats_table.createMonthContext(input, month);
		lines.push(...require_stats_table.dataLines(context, sim), ...require_stats_table.beamLines(context, [sim]));
		for (const what of context.unpriced) unpriced.add(what);
	}
	return {
		tariff: card.name,
		currency: (0, _soracom_fixtures_api_billing.currencyOf)(card, coverageType).currency,
		byMonth: sumByDate(lines, ({ date }) => `${date.slice(0, 4)}-${date.slice(4, 6)}`),
		byDay: sumByDate(lines, ({ date }) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`),
		unpriced: [...unpriced].sort()
	};
}
const endOfTimeMs = Date.UTC(9999, 0);
function toBilledSim({ subscription, bundles, air = [], beam = [] }) {
	const tables = {
		air: require_stats_table.createStatsTable(),
		beam: require_stats_table.createStatsTable()
	};
	for (const { unixtimeSeconds, bytes } of air) require_stats_table.insertPoint(tables.air, unixtimeSeconds, toCounters(bytes), 0);
	for (const { unixtimeSeconds, requests } of beam) require_stats_table.insertPoint(tables.beam, unixtimeSeconds, toCounters(requests), 0);
	return {
		imsi: "",
		subscription,
		history: [{
			timeMs: 0,
			status: "active",
			bundles
		}],
		...tables
	};
}
function toCounters(counts) {
	return new Map(Object.entries(counts).map(([name, numbers]) => [name, [...numbers]]));
}
function monthsOf({ air = [], beam = [] }) {
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { unixtimeSeconds } of [...air, ...beam]) {
		first = Math.min(first, unixtimeSeconds);
		last = Math.max(last, unixtimeSeconds);
	}
	const months = [];
	if (first > last) return months;
	const lastMonth = require_stats_table.toMonthText(last * 1e3);
	for (let month = require_stats_table.toMonthText(first * 1e3); month <= lastMonth; month = require_stats_table.shiftMonth(month, 1)) months.push(month);
	return months;
}
function sumByDate(lines, dateOf) {
	const sums = {};
	for (const [key, amount] of require_stats_table.sumBy(lines, (line) => `${dateOf(line)} ${(0, _soracom_fixtures_api_billing.billItemOf)(line)}`)) {
		const [date = "", item = ""] = key.split(" ");
		sums[date] = {
			...sums[date],
			[item]: amount
		};
	}
	return sums;
}
//#endregion
exports.billUsage = billUsage;
