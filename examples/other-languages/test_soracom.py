import unittest
import uuid

from soracom import Soracom


class SimsOfAnOperator(unittest.TestCase):
    # The sandbox's own call makes an operator; any pair of keys opens the emulator.
    def setUp(self):
        self.soracom = Soracom()
        self.operator_id = self.soracom.log_in(
            self.soracom.call(
                "POST",
                "/sandbox/init",
                {
                    "email": f"{uuid.uuid4()}@example.com",
                    "password": "Passw0rd",
                    "authKeyId": "keyId-any",
                    "authKey": "secret-any",
                },
            )
        )

    def tearDown(self):
        self.soracom.call("DELETE", f"/sandbox/operators/{self.operator_id}")

    def test_a_new_operator_has_none(self):
        self.assertEqual(self.soracom.call("GET", "/subscribers"), [])

    def test_a_sim_is_registered_and_activated(self):
        sim = self.soracom.call("POST", "/sandbox/subscribers/create", {"subscription": "plan-D"})
        secret = {"registrationSecret": sim["registrationSecret"]}
        self.soracom.call("POST", f"/subscribers/{sim['imsi']}/register", secret)
        self.soracom.call("POST", f"/subscribers/{sim['imsi']}/activate")
        [listed] = self.soracom.call("GET", "/subscribers")
        self.assertEqual((listed["imsi"], listed["status"]), (sim["imsi"], "active"))


if __name__ == "__main__":
    unittest.main()
