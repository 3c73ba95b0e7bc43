"""Calls a sandbox by the clients that are generated of the documents: soracom-api 0.0.2 and soracom-sandbox 0.0.1.

They check the type of every field that is answered and take no null where the document of 2022 has none, so that what
they took of the sandbox in their notebooks tells what was in it. Their calls of the sandbox send no credentials. The only
argument is the endpoint.
"""

import importlib
import re
import sys
import time

import soracom_api
import soracom_sandbox

host = sys.argv[1] + "/v1"
passed = 0


def load(package, module, name):
    return getattr(importlib.import_module(f"{package.__name__}.{module}"), name)


def to_module(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def api(client, package, name):
    return load(package, f"api.{to_module(name)}", name)(client)


def model(package, kind, /, **fields):
    return load(package, f"model.{to_module(kind)}", kind)(**fields)


def check(holds, what, *values):
    global passed
    if not holds:
        sys.exit(" ".join(["failed:", what, *map(str, values)]))
    passed += 1


sandbox = soracom_sandbox.ApiClient(soracom_sandbox.Configuration(host=host))
account = {"email": f"generated+{time.time_ns()}@example.com", "password": "Passw0rd"}
request = model(
    soracom_sandbox, "SandboxInitRequest", **account, auth_key_id="keyId-python", auth_key="secret-python",
    coverage_types=["g", "jp"], register_payment_method=True,
)
made = api(sandbox, soracom_sandbox, "OperatorApi").sandbox_initialize_operator(request)
check(made.get("api_key") and made.get("token"), "an operator is made", made)
request = model(soracom_sandbox, "SandboxCreateSubscriberRequest", subscription="plan01s")
sim = api(sandbox, soracom_sandbox, "SubscriberApi").sandbox_create_subscriber(sandbox_create_subscriber_request=request)
check(sim["sessionStatus"] == {"online": 0} and sim["plan"] == 1, "a SIM is made", sim)

keys = {"api_key": made.api_key, "api_token": made.token}
client = soracom_api.ApiClient(soracom_api.Configuration(host=host, api_key=keys))
subscribers = api(client, soracom_api, "SubscriberApi")
secret = model(soracom_api, "RegisterSubscribersRequest", registration_secret=sim["registration_secret"])
registered = subscribers.register_subscriber(sim["imsi"], secret)
check(registered.status == "ready" and registered.created_at > 1e12, "it is registered", registered)
check(subscribers.activate_subscriber(sim["imsi"]).status == "active", "it is active")
check(len(subscribers.list_subscribers(status_filter="active|ready", limit=5)) == 1, "it is listed")
found = api(client, soracom_api, "SimApi").list_sims(limit=3)
check(found[0].sim_id == sim["imsi"] and found[0].expiry_time is None, "it is a SIM of the newer API", found)
queried = api(client, soracom_api, "QueryApi").search_sims(imsi=[sim["imsi"]])
check(len(queried) == 1, "it is found", queried)

traffic = model(soracom_sandbox, "SandboxDataTrafficStats", upload_byte_size_total=5)
stats = model(soracom_sandbox, "SandboxInsertAirStatsRequestDataTrafficStatsMap", s1_fast=traffic)
point = model(soracom_sandbox, "SandboxInsertAirStatsRequest", unixtime=1700000000, data_traffic_stats_map=stats)
api(sandbox, soracom_sandbox, "StatsApi").sandbox_insert_air_stats(sim["imsi"], point)
rows = api(client, soracom_api, "StatsApi").get_air_stats(sim["imsi"], 1700000000, 1700000000, "day")
traffic = rows[0]["data_traffic_stats_map"]["s1.fast"]
check(traffic.upload_byte_size_total == 5, "stats are read", rows)

tags = model(soracom_api, "TagSet", name="x")
group = api(client, soracom_api, "GroupApi").create_group(model(soracom_api, "CreateGroupRequest", tags=tags))
check(len(group.group_id) == 36, "a group is made", group)
operators = api(client, soracom_api, "OperatorApi")
key = operators.generate_operator_auth_key(made.operator_id)
check(len(operators.list_operator_auth_keys(made.operator_id)) == 1, "a key is listed before it was used")
login = model(soracom_api, "AuthRequest", auth_key_id=key.auth_key_id, auth_key=key.auth_key)
answer = api(soracom_api.ApiClient(soracom_api.Configuration(host=host)), soracom_api, "AuthApi").auth(login)
check(answer.operator_id == made.operator_id, "logged in by the key", answer)
check(operators.list_operator_auth_keys(made.operator_id)[0].last_used_date_time > 1e9, "and listed after it")

coupon = model(soracom_sandbox, "SandboxCreateCouponRequest", amount=100, expiry_year_month="204012")
code = api(sandbox, soracom_sandbox, "CouponApi").sandbox_create_coupon(coupon).coupon_code
check(api(client, soracom_api, "PaymentApi").register_coupon(code).balance == 100, "a coupon is registered")
check(len(api(client, soracom_api, "OrderApi").list_products().product_list) > 0, "there are products")

try:
    subscribers.get_subscriber("001019999999999")
    check(False, "an unknown SIM is found")
except soracom_api.exceptions.NotFoundException as error:
    check('"code"' in error.body, "an unknown SIM is not found", error)
api(sandbox, soracom_sandbox, "OperatorApi").sandbox_delete_operator(made.operator_id)
print(f"{passed} checks passed")
