import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks to a sandbox by the HTTP client of Java's standard library, which offers HTTP/2 with its first call over plain
 * HTTP. Its only argument is the endpoint.
 */
public class Java {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static String base;
  private static String apiKey;
  private static String token;
  private static int passed;

  public static void main(String[] arguments) throws Exception {
    base = arguments[0] + "/v1";
    String keys = "\"authKeyId\":\"keyId-java\",\"authKey\":\"secret-java\"";
    String email = "java+" + System.nanoTime() + "@example.com";
    String account = "{\"email\":\"" + email + "\",\"password\":\"Passw0rd\"," + keys + "}";
    HttpResponse<String> made = call("POST", "/sandbox/init", account);
    check(made.statusCode() == 201, "an operator is made", made.body());
    // Nothing of HTTP/2, and the connection is of use afterwards.
    check(made.version() == HttpClient.Version.HTTP_1_1, "by HTTP/1.1", made.version().toString());
    apiKey = read(made, "apiKey");
    token = read(made, "token");
    HttpResponse<String> sim = call("POST", "/sandbox/subscribers/create", null);
    check(sim.statusCode() == 200, "a SIM is made without a body", sim.body());
    String path = "/subscribers/" + read(sim, "imsi");
    String secret = "{\"registrationSecret\":\"" + read(sim, "registrationSecret") + "\"}";
    check(call("POST", path + "/register", secret).statusCode() == 200, "it is registered", secret);
    check(read(call("POST", path + "/activate", null), "status").equals("active"), "it is active", path);
    String point = "{\"unixtime\":1700000000,\"dataTrafficStatsMap\":{\"s1.fast\":{\"uploadByteSizeTotal\":5}}}";
    HttpResponse<String> stats = call("POST", "/sandbox/stats/air" + path, point);
    check(stats.statusCode() == 200 && stats.body().isEmpty(), "stats are inserted", stats.body());
    String range = "?from=1700000000&to=1700000000&period=day";
    check(call("GET", "/stats/air" + path + range, null).body().contains("\"uploadByteSizeTotal\":5"), "and read", range);
    HttpResponse<String> list = call("GET", "/subscribers?", null);
    check(list.headers().firstValue("Content-Type").orElse("").equals("application/json;charset=UTF-8"), "JSON", list.body());
    String operator = "/sandbox/operators/" + read(made, "operatorId");
    check(call("DELETE", operator, null).statusCode() == 200, "the operator is deleted", operator);
    check(call("GET", "/subscribers", null).statusCode() == 401, "and its token is no more", operator);
    System.out.println(passed + " checks passed");
  }

  private static HttpResponse<String> call(String method, String path, String body) throws Exception {
    HttpRequest.BodyPublisher sent =
        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, sent);
    if (body != null) request.header("Content-Type", "application/json");
    if (token != null) request.header("X-Soracom-API-Key", apiKey).header("X-Soracom-Token", token);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String read(HttpResponse<String> answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
    check(found.find(), "there is a " + name, answer.body());
    return found.group(1);
  }

  private static void check(boolean holds, String what, String said) {
    if (!holds) {
      System.err.println("failed: " + what + " " + said);
      System.exit(1);
    }
    passed++;
  }
}
