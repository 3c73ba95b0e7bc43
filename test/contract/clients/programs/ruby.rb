# Speaks to a sandbox as clients in Ruby do, by Net::HTTP alone. Its only argument is the endpoint.
#
# The headers, bodies and queries are those of soracom-sdk-ruby and of soracom-sandbox-sdk-ruby; neither is needed.
require 'json'
require 'net/http'
require 'time'

ENDPOINT = "#{ARGV.fetch(0)}/v1".freeze
$passed = 0

def check(holds, what, *values)
  abort(['failed:', what, *values.map(&:inspect)].join(' ')) unless holds
  $passed += 1
end

# As soracom-sdk-ruby: JSON of a hash in every POST, the query as it is, names of headers in capitals, and an answer
# without a body is told by its status.
class Sdk
  def initialize(email, password)
    answer = request('post', '/auth', { 'Content-Type' => 'application/json', 'Accept' => 'application/json' },
                     { email: email, password: password })
    check(answer.code == '200', 'logged in', answer.body)
    @auth = JSON.parse(answer.body)
  end

  attr_reader :auth

  def request(verb, path, headers, payload = nil, params = nil)
    query = params ? "?#{params.map { |name, value| "#{name}=#{value}" }.join('&')}" : ''
    uri = URI(ENDPOINT + path + query)
    http = Net::HTTP.new(uri.host, uri.port)
    headers = headers.to_h { |name, value| [name.to_s.capitalize.tr('_', '-'), value] }
    return http.send(verb, uri.path + query, headers) if %w[get delete].include?(verb)

    http.send(verb, uri.path + query, payload.is_a?(Hash) ? payload.to_json : payload, headers)
  end

  def call(verb, path, payload: {}, params: {})
    headers = { accept: 'application/json', 'X-Soracom-API-Key' => @auth['apiKey'], 'X-Soracom-Token' => @auth['token'] }
    headers[:content_type] = 'application/json' if %w[post put].include?(verb)
    answer = request(verb, path, headers, payload, params)
    return JSON.parse(answer.body) if answer.body && !answer.body.empty?

    { 'result' => answer.code.match?(/2../) ? 'success' : 'failure' }
  end
end

# As soracom-sandbox-sdk-ruby: JSON written by hand with spaces in it, no body where there is none, classes of answers.
class Sandbox
  def initialize(email)
    @email = email
    @headers = {}
  end

  def post(path, json = nil)
    uri = URI.parse(ENDPOINT + path)
    request = Net::HTTP::Post.new(uri.request_uri)
    request['Content-Type'] = 'application/json'
    @headers.each { |name, value| request[name] = value }
    request.body = json if json
    Net::HTTP.new(uri.host, uri.port).request(request)
  end

  def log_in
    answer = post('/auth', '{ "email":"%s", "password": "Passw0rd" }' % @email)
    check(answer.is_a?(Net::HTTPOK), 'logged in', answer.body)
    said = JSON.parse(answer.body)
    @headers = { 'X-Soracom-API-Key' => said['apiKey'], 'X-Soracom-Token' => said['token'] }
    said
  end

  def sign_up
    check(post('/operators', '{ "email":"%s", "password": "Passw0rd" }' % @email).is_a?(Net::HTTPCreated), 'signed up')
    keys = '{ "authKeyId":"keyId-ruby", "authKey": "secret-ruby" }'
    # The address stands in the path as it is.
    token = post("/sandbox/operators/token/#{@email}", keys)
    check(token.is_a?(Net::HTTPOK), 'the token', token.body)
    # What came is sent on as it is.
    check(post('/operators/verify', token.body).is_a?(Net::HTTPOK), 'verified')
    check(post('/operators/verify', token.body).is_a?(Net::HTTPBadRequest), 'verified once')
    log_in
    year = Time.now.year % 100 + 5
    card = '{ "cvc": "123", "expireMonth": 12, "expireYear": %d, "name": "HOGEO FUGA", "number": "4242424242424242" }'
    check(post('/payment_methods/webpay', card % year).is_a?(Net::HTTPSuccess), 'a card is registered')
    log_in
  end

  def create_sim
    made = post('/sandbox/subscribers/create')
    check(made.is_a?(Net::HTTPOK), 'a SIM is made without a body', made.body)
    sim = JSON.parse(made.body)
    secret = '{ "registrationSecret":"%s" }' % sim['registrationSecret']
    registered = post("/subscribers/#{sim['imsi']}/register", secret)
    check(registered.is_a?(Net::HTTPOK), 'and registered with 200', registered.body)
    JSON.parse(registered.body)
  end
end

email = "ruby+#{Process.pid}-#{Time.now.to_i}@example.com"
sandbox = Sandbox.new(email)
operator_id = sandbox.sign_up['operatorId']
imsi = sandbox.create_sim['imsi']
other = sandbox.create_sim

sdk = Sdk.new(email, 'Passw0rd')
mine = { operatorId: operator_id, limit: 1024 }
check(sdk.call('get', '/subscribers', params: mine).length == 2, 'all SIMs of a limit of 1024')
check(sdk.call('get', "/subscribers/msisdn/#{other['msisdn']}", params: mine)['imsi'] == other['imsi'], 'by MSISDN')
check(sdk.call('post', "/subscribers/#{imsi}/activate")['status'] == 'active', 'active')
found = sdk.call('get', '/subscribers', params: mine.merge(status_filter: 'active%7Csuspended'))
check(found.map { |sim| sim['imsi'] } == [imsi], 'by statuses', found)
slow = sdk.call('post', "/subscribers/#{imsi}/update_speed_class", payload: { speedClass: 's1.slow' })
check(slow['speedClass'] == 's1.slow', 'slow', slow)
check(sdk.call('get', '/subscribers', params: mine.merge(speed_class_filter: 's1.slow')).length == 1, 'by speed class')
soon = (Time.now.to_i + 60) * 1000
check(sdk.call('post', "/subscribers/#{imsi}/set_expiry_time", payload: { expiryTime: soon })['expiryTime'] == soon, 'expiry')
check(sdk.call('post', "/subscribers/#{imsi}/unset_expiry_time")['expiryTime'].nil?, 'no expiry')
check(sdk.call('post', "/subscribers/#{imsi}/terminate")['code'].match?(/\A[A-Z]{3}\d{4}\z/), 'an error has a code')

group = sdk.call('post', '/groups', payload: { tags: { name: 'ルビー' } })
check(group['tags']['name'] == 'ルビー', 'a group', group)
sdk.call('post', "/subscribers/#{imsi}/set_group", payload: { groupId: group['groupId'] })
check(sdk.call('get', "/groups/#{group['groupId']}/subscribers").length == 1, 'a member')
dns = [{ key: 'useCustomDns', value: true }].to_json
config = sdk.call('put', "/groups/#{group['groupId']}/configuration/SoracomAir", payload: dns)
check(config['configuration']['SoracomAir']['useCustomDns'] == true, 'a configuration', config)
check(sdk.call('post', "/subscribers/#{imsi}/unset_group")['groupId'].nil?, 'no member')
check(sdk.call('delete', "/groups/#{group['groupId']}")['result'] == 'success', 'no group')

now = Time.now.to_i
stats = { unixtime: now, beamStatsMap: { inHttp: { count: 3 } } }
check(sdk.call('post', "/sandbox/stats/beam/subscribers/#{imsi}", payload: stats)['result'] == 'success', 'stats')
range = { from: now - 24 * 60 * 60, to: now, period: 'minutes' }
rows = sdk.call('get', "/stats/beam/subscribers/#{imsi}", params: range)
check(rows.length == 1 && rows[0]['beamStatsMap']['inHttp']['count'] == 3, 'usage', rows)
export = sdk.call('post', "/stats/air/operators/#{operator_id}/export", payload: range.merge(period: 'day'))
check(Net::HTTP.get(URI(export['url'])).force_encoding('UTF-8').start_with?("\uFEFFimsi,"), 'a file', export)

key = sdk.call('post', "/operators/#{operator_id}/auth_keys")
check(sdk.call('get', "/operators/#{operator_id}/auth_keys").length == 1, 'a key', key)
check(sdk.call('delete', "/operators/#{operator_id}/auth_keys/#{key['authKeyId']}")['result'] == 'success', 'no key')
check(sdk.call('post', "/operators/#{operator_id}/support/token")['token'].is_a?(String), 'a token for support')
check(sdk.call('delete', "/sandbox/operators/#{operator_id}")['result'] == 'success', 'the operator is deleted')
check(sdk.call('get', '/subscribers')['code'], 'and its token is no more')
puts "#{$passed} checks passed"
