#!/bin/sh
# Makes an operator, moves the emulator's clock by an hour, and deletes the operator again.
set -eu

call() {
  curl --silent --show-error --fail-with-body --header 'content-type: application/json' "$@"
  echo
}

# Takes a text out of an answer: "name":"text".
text_of() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }

login='{"email":"shop@example.com","password":"Passw0rd","authKeyId":"keyId-any","authKey":"secret-any"}'
answer=$(call "$SORACOM_ENDPOINT/v1/sandbox/init" --data "$login")
operator=$(echo "$answer" | text_of operatorId)
key="x-soracom-api-key: $(echo "$answer" | text_of apiKey)"
token="x-soracom-token: $(echo "$answer" | text_of token)"

call "$SORACOM_ENDPOINT/v1/subscribers" --header "$key" --header "$token"
call "$SORACOM_ENDPOINT/_emulator/clock/advance" --data '{"hours":1}'
call --request DELETE "$SORACOM_ENDPOINT/v1/sandbox/operators/$operator" --header "$key" --header "$token"
echo "$operator is deleted"
