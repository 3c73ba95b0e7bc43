"""A client of the SORACOM API that needs the standard library alone."""

import json
import os
import urllib.request


class Soracom:
    def __init__(self, endpoint=None):
        self.base = (endpoint or os.environ["SORACOM_ENDPOINT"]) + "/v1"
        self.headers = {"content-type": "application/json"}

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, self.headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as response:
            text = response.read()
        return json.loads(text) if text else None

    def log_in(self, answer):
        self.headers |= {"x-soracom-api-key": answer["apiKey"], "x-soracom-token": answer["token"]}
        return answer["operatorId"]
