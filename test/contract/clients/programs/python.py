"""Speaks to a sandbox as clients in Python do, by the standard library alone. Its only argument is the endpoint.

The headers, bodies and types are those of the clients that are named; none of them is needed.
"""

import base64
import http.client
import json
import sys
import time
import urllib.parse

host = urllib.parse.urlsplit(sys.argv[1]).netloc
passed = 0


def check(holds, what, *values):
    global passed
    if not holds:
        sys.exit(" ".join(["failed:", what, *map(str, values)]))
    passed += 1


class Client:
    """One connection, as urllib3 keeps it, with the headers of one client."""

    def __init__(self, headers):
        self.connection = http.client.HTTPConnection(host, timeout=30)
        self.headers = headers

    def call(self, method, path, body=None, headers=()):
        self.connection.request(method, "/v1" + path, body, {**self.headers, **dict(headers)})
        response = self.connection.getresponse()
        text = response.read()
        content_type = response.getheader("content-type", "")
        check(text == b"" or content_type.startswith("application/json"), "JSON", path, content_type)
        return response.status, json.loads(text) if text else None

    def log_in(self, answer):
        self.headers |= {"X-Soracom-API-Key": answer["apiKey"], "X-Soracom-Token": answer["token"]}


def account(name):
    keys = {"authKeyId": "keyId-python", "authKey": "secret-python"}
    return {"email": f"{name}+{time.time_ns()}@example.com", "password": "Passw0rd", **keys}


def generated():
    """As openapi-client-python, which is generated from the documents, in its notebook of the sandbox (2022)."""
    client = Client({"Accept": "application/json", "User-Agent": "OpenAPI-Generator/1.0.0/python"})
    as_json = {"Content-Type": "application/json"}
    status, answer = client.call("POST", "/sandbox/init", json.dumps(account("generated")), as_json)
    check(status == 201, "an operator is made", status, answer)
    # It takes no null for a text.
    check(all(isinstance(value, str) for value in answer.values()), "texts", answer)
    client.log_in(answer)
    status, sim = client.call("POST", "/sandbox/subscribers/create", json.dumps({"subscription": "plan01s"}), as_json)
    check(status == 200, "a SIM is made", status, sim)
    types = {
        **dict.fromkeys(["apn", "iccid", "imsi", "ipAddress", "moduleType", "msisdn", "operatorId", "simId"], str),
        **dict.fromkeys(["registrationSecret", "serialNumber", "subscription", "type"], str),
        **{"plan": (int, float), "sessionStatus": dict, "tags": dict},
    }
    check(set(sim) == set(types), "the fields that were recorded", sim)
    for name, wanted in types.items():
        check(isinstance(sim[name], wanted), "a field of its type", name, sim[name])
    # A number, and no truth value, as Python printed it.
    check(sim["sessionStatus"]["online"] == 0 and sim["sessionStatus"]["online"] is not False, "not online", sim)
    path = f"/subscribers/{sim['imsi']}"
    body = json.dumps({"registrationSecret": sim["registrationSecret"]})
    status, subscriber = client.call("POST", path + "/register", body, as_json)
    check(status == 200 and subscriber["status"] == "ready", "it is registered", status, subscriber)
    session = subscriber["sessionStatus"]
    check(session["online"] is False and isinstance(session["lastUpdatedAt"], int), "an old session", subscriber)
    # A content type although there is no body, and none with DELETE.
    status, subscriber = client.call("POST", path + "/activate", headers=as_json)
    check(status == 200 and subscriber["status"] == "active", "it is active", status, subscriber)
    check(isinstance(subscriber["createdTime"], int), "milliseconds", subscriber)
    query = urllib.parse.urlencode({"tag_name": "名前", "tag_value": "a b"})
    tags = json.dumps([{"tagName": "名前", "tagValue": "a b"}])
    check(client.call("PUT", path + "/tags", tags, as_json)[0] == 200, "it is tagged")
    check(len(client.call("GET", f"/subscribers?{query}")[1]) == 1, "it is found by its tag")
    point = {"unixtime": 1_700_000_000, "dataTrafficStatsMap": {"s1.fast": {"uploadByteSizeTotal": 5}}}
    stats = f"/sandbox/stats/air{path}"
    check(client.call("POST", stats, json.dumps(point), as_json) == (200, None), "stats are inserted")
    status, error = client.call("POST", stats, json.dumps(point), as_json)
    check(status == 400 and set(error) == {"code", "message"}, "and not twice", status, error)
    status, rows = client.call("GET", f"/stats/air{path}?from=1700000000&to=1700000000&period=day")
    check(rows[0]["dataTrafficStatsMap"]["s1.fast"]["uploadByteSizeTotal"] == 5, "stats are read", rows)
    check(client.call("DELETE", f"/sandbox/operators/{answer['operatorId']}") == (200, None), "the operator is deleted")


def always_json():
    """As python-soracomclient (2016): a body of JSON with every call, `null` where there is none, with GET as well."""
    client = Client({"Content-Type": "application/json"})
    who = account("always-json")
    status, answer = client.call("POST", "/sandbox/init", json.dumps(who))
    login = {"email": who["email"], "password": who["password"]}
    status, answer = client.call("POST", "/auth", json.dumps(login))
    check(status == 200, "logged in", status, answer)
    client.log_in(answer)
    status, sim = client.call("POST", "/sandbox/subscribers/create", json.dumps(None))
    secret = {"registrationSecret": sim["registrationSecret"], "groupId": None, "tags": None}
    path = f"/subscribers/{sim['imsi']}"
    check(client.call("POST", path + "/register", json.dumps(secret))[0] == 200, "registered")
    check(len(client.call("GET", "/subscribers", json.dumps(None))[1]) == 1, "listed with a body")
    check(client.call("POST", path + "/activate", json.dumps(None))[1]["status"] == "active", "active")
    check(client.call("DELETE", f"/sandbox/operators/{answer['operatorId']}", "null")[0] == 200, "deleted")


def empty_text():
    """As py-soracom: the body of a POST without one is an empty text in JSON; the token's middle part is read."""
    client = Client({"Content-Type": "application/json"})
    who = account("empty-text")
    client.log_in(client.call("POST", "/sandbox/init", json.dumps(who))[1])
    login = json.dumps({"email": who["email"], "password": who["password"]})
    status, answer = client.call("POST", "/auth", login)
    check(status == 200, "logged in", status, answer)
    middle = answer["token"].split(".")[1]
    payload = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    check(payload["operator"]["operatorId"] == answer["operatorId"], "the token names the operator", payload)
    client.log_in(answer)
    check(client.call("POST", "/sandbox/subscribers/create", json.dumps(""))[0] == 200, "a SIM is made")
    check(client.call("GET", "/bills")[1] == {"billList": []}, "no bills")
    check(client.call("POST", "/auth/logout", json.dumps("")) == (204, None), "logged out")
    status, error = client.call("GET", "/bills")
    check(status == 401 and error["code"], "and out", status, error)
    client.log_in(client.call("POST", "/auth", login)[1])
    check(client.call("DELETE", f"/sandbox/operators/{answer['operatorId']}")[0] == 200, "deleted")


generated()
always_json()
empty_text()
print(f"{passed} checks passed")
