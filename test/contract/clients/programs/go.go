// Speaks to a sandbox as soracom-sdk-go does, in the order of its own tests: the same headers, bodies and queries, and
// answers decoded into fields of the same types. The client itself is not needed. Its only argument is the endpoint.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"strings"
	"time"
)

type milliseconds int64

type subscriber struct {
	Imsi               string            `json:"imsi"`
	Msisdn             string            `json:"msisdn"`
	Apn                string            `json:"apn"`
	SpeedClass         string            `json:"speedClass"`
	Status             string            `json:"status"`
	GroupID            *string           `json:"groupId"`
	IPAddress          *string           `json:"ipAddress"`
	CreatedAt          *milliseconds     `json:"createdAt"`
	CreatedTime        *milliseconds     `json:"createdTime"`
	LastModifiedAt     *milliseconds     `json:"lastModifiedAt"`
	ExpiredAt          *milliseconds     `json:"expiredAt"`
	ExpiryTime         *milliseconds     `json:"expiryTime"`
	Plan               int               `json:"plan"`
	Tags               map[string]string `json:"tags"`
	TerminationEnabled bool              `json:"terminationEnabled"`
	SessionStatus      *struct {
		Imei          string        `json:"imei"`
		LastUpdatedAt *milliseconds `json:"lastUpdatedAt"`
		Location      *string       `json:"location"`
		Online        bool          `json:"online"`
		DNSServers    []string      `json:"dnsServers"`
	} `json:"sessionStatus"`
}

type createdSubscriber struct {
	Imsi               string `json:"imsi"`
	Msisdn             string `json:"msisdn"`
	SerialNumber       string `json:"serialNumber"`
	RegistrationSecret string `json:"registrationSecret"`
	OperatorID         string `json:"operatorId"`
}

type operator struct {
	OperatorID     string     `json:"operatorId"`
	RootOperatorID *string    `json:"rootOperatorId"`
	Email          string     `json:"email"`
	Description    *string    `json:"description"`
	CreateDate     *time.Time `json:"createDate"`
	UpdateDate     *time.Time `json:"updateDate"`
}

type group struct {
	GroupID       string                 `json:"groupId"`
	OperatorID    string                 `json:"operatorId"`
	Configuration map[string]interface{} `json:"configuration"`
	CreatedTime   *milliseconds          `json:"createdTime"`
	Tags          map[string]string      `json:"tags"`
}

type configuration struct {
	Type       string            `json:"type"`
	Properties map[string]string `json:"properties"`
}

type eventHandler struct {
	HandlerID        string             `json:"handlerId"`
	TargetImsi       *string            `json:"targetImsi"`
	TargetOperatorID *string            `json:"targetOperatorId"`
	TargetTag        *map[string]string `json:"targetTag"`
	TargetGroupID    *string            `json:"targetGroupId"`
	Name             string             `json:"name"`
	Description      string             `json:"description"`
	RuleConfig       configuration      `json:"ruleConfig"`
	Status           string             `json:"status"`
	ActionConfigList []configuration    `json:"actionConfigList"`
}

type traffic struct {
	UploadBytes     uint64 `json:"uploadByteSizeTotal"`
	UploadPackets   uint64 `json:"uploadPacketSizeTotal"`
	DownloadBytes   uint64 `json:"downloadByteSizeTotal"`
	DownloadPackets uint64 `json:"downloadPacketSizeTotal"`
}

type airStats struct {
	Date     string             `json:"date"`
	Unixtime uint64             `json:"unixtime"`
	Traffic  map[string]traffic `json:"dataTrafficStatsMap"`
}

type beamCount struct {
	Count uint64 `json:"count"`
}

type beamStats struct {
	Date     string               `json:"date"`
	Unixtime uint64               `json:"unixtime"`
	Traffic  map[string]beamCount `json:"beamStatsMap"`
}

type client struct{ endpoint, apiKey, token, operatorID string }

var passed int

func check(holds bool, what string, values ...interface{}) {
	if !holds {
		fmt.Fprintln(os.Stderr, append([]interface{}{"failed:", what}, values...)...)
		os.Exit(1)
	}
	passed++
}

// Both credential headers are always sent, empty before there are any. What is decoded must be of the field's type.
func (c *client) call(method, path, contentType, body string, into interface{}) *http.Response {
	req, err := http.NewRequest(method, c.endpoint+path, strings.NewReader(body))
	check(err == nil, "the request is one", path, err)
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	req.Header.Set("X-Soracom-API-Key", c.apiKey)
	req.Header.Set("X-Soracom-Token", c.token)
	res, err := http.DefaultClient.Do(req)
	check(err == nil, "there is an answer", path, err)
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	check(err == nil, "the answer can be read", path, err)
	if into != nil {
		check(res.StatusCode < 400, "a success", method, path, res.StatusCode, string(text))
		err = json.Unmarshal(text, into)
		check(err == nil, "the answer decodes", method, path, err, string(text))
	}
	res.Body = io.NopCloser(strings.NewReader(string(text)))
	return res
}

func (c *client) get(path string, into interface{}) *http.Response {
	return c.call("GET", path, "", "", into)
}

func (c *client) post(path string, body interface{}, into interface{}) *http.Response {
	return c.call("POST", path, "application/json", toJSON(body), into)
}

func toJSON(value interface{}) string {
	if text, isText := value.(string); isText {
		return text
	}
	text, _ := json.Marshal(value)
	return string(text)
}

// As the client parses it: it fails where a link lacks its key, and passes over one that begins with a space.
func linkKeys(res *http.Response) map[string]string {
	header := res.Header.Get("Link")
	if header == "" {
		return nil
	}
	keys := map[string]string{}
	for _, link := range strings.Split(header, ",") {
		parts := strings.Split(link, ";")
		target, err := url.Parse(strings.Trim(parts[0], "<>"))
		check(err == nil, "a link is a URL", link)
		keys[strings.Split(parts[1], "=")[1]] = target.Query()["last_evaluated_key"][0]
	}
	return keys
}

func (c *client) list(query string) ([]subscriber, map[string]string) {
	var found []subscriber
	path := "/v1/subscribers"
	if query != "" {
		path += "?" + query
	}
	res := c.get(path, &found)
	return found, linkKeys(res)
}

// Pages of three: the first two have keys, also where the second is the last, and differ.
func (c *client) checkPages(query string, least int, holds func(subscriber) bool) {
	all, keys := c.list(query)
	check(len(all) >= least, "there are enough", query, len(all))
	check(keys == nil, "no keys without a limit", query, keys)
	first, keys := c.list(query + "&limit=3")
	check(len(first) == 3 && keys != nil, "a page with keys", query, len(first), keys)
	second, keys2 := c.list(query + "&limit=3&last_evaluated_key=" + keys["next"])
	check(len(second) > 0 && keys2 != nil, "a second page with keys", query, len(second), keys2)
	check(!reflect.DeepEqual(first, second), "another page", query)
	for _, sub := range append(append(all, first...), second...) {
		check(holds(sub), "the filter holds", query, sub)
	}
}

func main() {
	c := &client{endpoint: os.Args[1]}
	email := fmt.Sprintf("go+%d@example.com", time.Now().UnixNano())
	password := "Passw0rd"
	c.signUp(email, password)
	created := c.makeSims(25)
	c.checkAccount()
	c.checkLists()
	c.checkChanges()
	c.checkStats(created)
	c.checkGroups(created)
	c.checkEventHandlers(created[0].Imsi)
	c.deleteOperator(email, password)
	fmt.Printf("%d checks passed\n", passed)
}

func (c *client) signUp(email, password string) {
	var made struct {
		OperatorID string `json:"operatorId"`
		APIKey     string `json:"apiKey"`
		Token      string `json:"token"`
	}
	res := c.post("/v1/sandbox/init", map[string]interface{}{
		"email": email, "password": password, "authKeyId": "keyId-go", "authKey": "secret-go",
		"registerPaymentMethod": true, "coverageTypes": []string{"jp"},
	}, &made)
	check(res.StatusCode == 201 && made.OperatorID != "", "an operator is made", res.StatusCode)
	// Twice, as the tests do, each time with the life of a token.
	for i := 0; i < 2; i++ {
		c.post("/v1/auth", struct {
			Email               string `json:"email"`
			Password            string `json:"password"`
			TokenTimeoutSeconds int    `json:"tokenTimeoutSeconds"`
		}{email, password, 24 * 60 * 60}, &made)
		c.apiKey, c.token, c.operatorID = made.APIKey, made.Token, made.OperatorID
	}
}

func (c *client) makeSims(count int) []createdSubscriber {
	created := make([]createdSubscriber, count)
	for i := range created {
		c.post("/v1/sandbox/subscribers/create", "", &created[i])
		path := "/v1/subscribers/" + created[i].Imsi
		var sub subscriber
		c.post(path+"/register", struct {
			RegistrationSecret string            `json:"registrationSecret"`
			GroupID            string            `json:"groupId"`
			Tags               map[string]string `json:"tags"`
		}{created[i].RegistrationSecret, "", map[string]string{"go-test": []string{"foo", "hoge", "beam-stats"}[i%3]}}, &sub)
		check(sub.Status == "ready" && sub.GroupID == nil, "a registered SIM", sub)
		if i%4 == 0 {
			c.post(path+"/activate", "{}", &sub)
		} else if i%4 == 1 {
			c.post(path+"/deactivate", "{}", &sub)
		}
		if i%5 < 4 {
			class := []string{"s1.minimum", "s1.slow", "s1.standard", "s1.fast"}[i%5]
			c.post(path+"/update_speed_class", map[string]string{"speedClass": class}, &sub)
			check(sub.SpeedClass == class, "the speed class", sub)
		}
		now := time.Now()
		for j := 0; j < 10; j++ {
			at := uint64(now.AddDate(0, 0, -10*j).Add(time.Duration(j+1) * time.Second).Unix())
			air := airStats{Unixtime: at, Traffic: map[string]traffic{"s1.slow": {1000, 10, 2000, 20}}}
			check(c.post("/v1/sandbox/stats/air/subscribers/"+created[i].Imsi, air, nil).StatusCode == 200, "air stats")
			beam := beamStats{Unixtime: at + 1, Traffic: map[string]beamCount{"outTcps": {7}}}
			check(c.post("/v1/sandbox/stats/beam/subscribers/"+created[i].Imsi, beam, nil).StatusCode == 200, "beam stats")
		}
	}
	return created
}

func (c *client) checkAccount() {
	var token struct {
		Token string `json:"token"`
	}
	for _, seconds := range []int{0, 1, 48 * 60 * 60} {
		c.post("/v1/operators/"+c.operatorID+"/token", map[string]int{"timeout_seconds": seconds}, &token)
		check(token.Token != "", "a further token")
	}
	c.post("/v1/operators/"+c.operatorID+"/support/token", "{}", &token)
	var found operator
	c.get("/v1/operators/"+c.operatorID, &found)
	check(found.OperatorID == c.operatorID && found.CreateDate != nil, "the operator", found)
}

func (c *client) checkLists() {
	all, keys := c.list("")
	check(len(all) == 25 && keys == nil, "25 SIMs on one page without keys", len(all), keys)
	ten, keys := c.list("limit=10")
	check(len(ten) == 10 && keys["next"] == ten[9].Imsi, "ten SIMs, and the last one's IMSI as key", keys)
	tagged := func(sub subscriber) bool { return sub.Tags["go-test"] == "foo" }
	c.checkPages("tag_name=go-test&tag_value=foo", 5, tagged)
	c.checkPages("tag_name=go-test&tag_value=fo&tag_value_match_mode=prefix", 5, tagged)
	c.checkPages("status_filter=inactive", 4, func(sub subscriber) bool { return sub.Status == "inactive" })
	// The bar goes out as it is.
	c.checkPages("tag_name=go-test&tag_value=foo&status_filter=active|inactive", 4, func(sub subscriber) bool {
		return tagged(sub) && sub.Status != "ready"
	})
	c.checkPages("type_filter=s1.minimum", 4, func(sub subscriber) bool { return sub.SpeedClass == "s1.minimum" })
}

func (c *client) checkChanges() {
	one, _ := c.list("status_filter=active&limit=1")
	path := "/v1/subscribers/" + one[0].Imsi
	var sub subscriber
	tomorrow := time.Now().AddDate(0, 0, 1).UnixNano() / 1000 / 1000
	c.post(path+"/set_expiry_time", map[string]string{"expiryTime": fmt.Sprint(tomorrow)}, &sub)
	check(int64(*sub.ExpiredAt) == tomorrow && int64(*sub.ExpiryTime) == tomorrow, "the expiry", sub)
	sub = subscriber{}
	c.post(path+"/unset_expiry_time", "{}", &sub)
	check(sub.ExpiredAt == nil && sub.ExpiryTime == nil, "no expiry", sub)

	name := "go-test-tag-name-日本語\\$%25&&?*-_. +"
	tags := []map[string]string{{"tagName": name, "tagValue": "!@#$%^&*()_-=_+"}, {"tagName": "empty", "tagValue": ""}}
	c.call("PUT", path+"/tags", "application/json", toJSON(tags), &sub)
	check(sub.Tags[name] == "!@#$%^&*()_-=_+", "a tag of odd characters", sub.Tags)
	res := c.call("DELETE", path+"/tags/"+url.QueryEscape(name), "", "", nil)
	check(res.StatusCode == 204, "the tag is deleted", res.StatusCode)
	sub = subscriber{}
	c.get(path, &sub)
	_, hasEmpty := sub.Tags["empty"]
	check(sub.Tags[name] == "" && hasEmpty, "the other tag is left", sub.Tags)

	for i := 0; i < 2; i++ {
		c.post(path+"/enable_termination", "{}", &sub)
		check(sub.TerminationEnabled, "termination is enabled")
		c.post(path+"/disable_termination", "{}", &sub)
		check(!sub.TerminationEnabled, "termination is disabled")
		check(c.post(path+"/terminate", "{}", nil).StatusCode == 400, "a SIM that may not be terminated")
	}
	c.post(path+"/enable_termination", "{}", &sub)
	c.post(path+"/terminate", "{}", &sub)
	check(sub.Status == "terminated", "a terminated SIM", sub)
	res = c.get(path+"/events/sessions?limit=1", &[]interface{}{})
	check(linkKeys(res) == nil, "no sessions")
}

func (c *client) checkStats(created []createdSubscriber) {
	now := time.Now()
	from := now.AddDate(0, -6, 0).Unix()
	query := fmt.Sprintf("?from=%d&to=%d&period=month", from, now.Unix())
	active, _ := c.list("status_filter=active&limit=1")
	var air []airStats
	c.get("/v1/stats/air/subscribers/"+active[0].Imsi+query, &air)
	check(len(air) >= 3 && air[0].Traffic["s1.slow"].UploadBytes > 0, "air stats of months", air)
	var beam []beamStats
	c.get("/v1/stats/beam/subscribers/"+active[0].Imsi+query, &beam)
	check(len(beam) >= 3 && beam[0].Traffic["outTcps"].Count > 0, "beam stats of months", beam)
	for _, kind := range []string{"air", "beam"} {
		var exported struct {
			URL string `json:"url"`
		}
		body := map[string]interface{}{"from": from, "to": now.Unix(), "period": "month"}
		c.post("/v1/stats/"+kind+"/operators/"+c.operatorID+"/export", body, &exported)
		res, err := http.Get(exported.URL)
		check(err == nil && res.StatusCode == 200, "the exported file", exported.URL, err)
		text, _ := io.ReadAll(res.Body)
		check(strings.HasPrefix(string(text), "\ufeffimsi,date,type,"), "its columns", string(text))
	}
}

func (c *client) checkGroups(created []createdSubscriber) {
	var made, other group
	c.post("/v1/groups", map[string]interface{}{"tags": nil}, &other)
	c.post("/v1/groups", map[string]interface{}{"tags": map[string]string{"name": "go"}}, &made)
	path := "/v1/groups/" + made.GroupID
	var sub subscriber
	// The terminated SIM among them, too.
	for _, one := range created {
		c.post("/v1/subscribers/"+one.Imsi+"/set_group", map[string]string{"groupId": made.GroupID}, &sub)
	}
	var members []subscriber
	c.get(path+"/subscribers", &members)
	check(len(members) == len(created), "all SIMs are in the group", len(members))
	key := "tcp://beam.soracom.io:8023"
	entries := []map[string]interface{}{{"key": key, "value": map[string]interface{}{"name": "TCP", "enabled": true}}}
	c.call("PUT", path+"/configuration/SoracomBeam", "application/json", toJSON(entries), &made)
	beam := made.Configuration["SoracomBeam"].(map[string]interface{})[key].(map[string]interface{})
	check(beam["name"].(string) == "TCP" && beam["enabled"].(bool), "the configuration", beam)
	res := c.call("DELETE", path+"/configuration/SoracomBeam/"+url.QueryEscape(key), "", "", nil)
	check(res.StatusCode == 204, "its key is deleted", res.StatusCode)
	tags := []map[string]string{{"tagName": "name1", "tagValue": "1"}, {"tagName": "name2", "tagValue": "2"}}
	c.call("PUT", path+"/tags", "application/json", toJSON(tags), &made)
	check(len(made.Tags) == 3, "three tags", made.Tags)
	check(c.call("DELETE", path+"/tags/name1", "", "", nil).StatusCode == 204, "one less")
	check(c.call("DELETE", path, "application/json", "{}", nil).StatusCode == 204, "the group is deleted")
	check(c.get(path, nil).StatusCode == 404, "and is no more")
}

func (c *client) checkEventHandlers(imsi string) {
	at := func(kind string, when string, more ...string) configuration {
		properties := map[string]string{"executionDateTimeConst": when}
		for i := 0; i < len(more); i += 2 {
			properties[more[i]] = more[i+1]
		}
		return configuration{kind, properties}
	}
	web := []string{"url", "https://example.com/my/api", "contentType", "application/json"}
	var made, read eventHandler
	c.post("/v1/event_handlers", eventHandler{
		TargetImsi: &imsi, Status: "active", Name: "go", Description: "of a test",
		RuleConfig: configuration{"DailyTrafficRule", map[string]string{
			"limitTotalTrafficMegaByte": "1000", "inactiveTimeoutDateConst": "BEGINNING_OF_NEXT_MONTH",
		}},
		ActionConfigList: []configuration{
			at("ChangeSpeedClassAction", "IMMEDIATELY", "speedClass", "s1.minimum"),
			at("ExecuteWebRequestAction", "IMMEDIATELY", append(web, "httpMethod", "POST", "body", `{"a":"b"}`)...),
			at("ExecuteWebRequestAction", "IMMEDIATELY", append(web, "httpMethod", "GET")...),
			at("DeactivationAction", "IMMEDIATELY"),
			at("ActivationAction", "BEGINNING_OF_NEXT_MONTH"),
		},
	}, &made)
	check(made.HandlerID != "" && made.Description == "of a test", "an event handler", made)
	var all []eventHandler
	c.get("/v1/event_handlers", &all)
	c.get("/v1/event_handlers/subscribers/"+imsi, &all)
	check(len(all) == 1 && all[0].HandlerID == made.HandlerID, "the event handlers of the SIM", all)
	path := "/v1/event_handlers/" + made.HandlerID
	c.get(path, &read)
	check(reflect.DeepEqual(read.ActionConfigList, made.ActionConfigList), "the same actions", read, made)
	read.Name = "changed"
	check(c.call("PUT", path, "application/json", toJSON(read), nil).StatusCode == 200, "a changed event handler")
	c.get(path, &read)
	check(read.Name == "changed", "the new name", read)
	check(c.call("DELETE", path, "", "", nil).StatusCode == 204, "it is deleted")
}

func (c *client) deleteOperator(email, password string) {
	check(c.call("DELETE", "/v1/sandbox/operators/"+c.operatorID, "", "", nil).StatusCode == 200, "the operator is deleted")
	res := c.post("/v1/auth", map[string]string{"email": email, "password": password}, nil)
	check(res.StatusCode == 401, "it cannot log in", res.StatusCode)
	check(!strings.HasPrefix(res.Header.Get("Content-Type"), "text/plain"), "an error that the client parses")
	var failure struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	}
	check(json.NewDecoder(res.Body).Decode(&failure) == nil, "the error decodes")
	// The client formats the message with its arguments, of which there are none.
	check(failure.Code == "AUM0002" && fmt.Sprintf(failure.Message) == failure.Message, "its code", failure)
}
