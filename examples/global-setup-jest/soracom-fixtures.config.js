const { defineFixtures, operator, subscriber } = require('soracom-fixtures/jest')

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })

exports.store = defineFixtures({ shop, meter }, { scope: 'run' })
