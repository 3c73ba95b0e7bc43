import unittest
import uuid

from soracom import Soracom

# Any pair of keys opens the emulator.
KEYS = {"authKeyId": "keyId-any", "authKey": "secret-any"}


class SimsOfAnOperator(unittest.TestCase):
    def setUp(self):
        self.soracom = Soracom()
        account = {"email": f"{uuid.uuid4()}@example.com", "password": "Passw0rd"}
        answer = self.soracom.call("POST", "/sandbox/init", account | KEYS)
        self.operator_id = self.soracom.log_in(answer)

    def tearDown(self):
        self.soracom.call("DELETE", f"/sandbox/operators/{self.operator_id}")

    def test_a_new_operator_has_none(self):
        self.assertEqual(self.soracom.call("GET", "/subscribers"), [])

    def test_a_sim_is_registered_and_activated(self):
        sim = self.soracom.call("POST", "/sandbox/subscribers/create", {"subscription": "plan-D"})
        path = f"/subscribers/{sim['imsi']}"
        secret = {"registrationSecret": sim["registrationSecret"]}
        self.soracom.call("POST", f"{path}/register", secret)
        self.soracom.call("POST", f"{path}/activate")
        self.assertEqual(self.soracom.call("GET", path)["status"], "active")
