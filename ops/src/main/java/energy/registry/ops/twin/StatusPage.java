package energy.registry.ops.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says on a loopback port that the twin lives, and what its plants did last. */
final class StatusPage {
    private static final int BACKLOG = 16;

    private final Twin twin;
    private final HttpServer server;

    private StatusPage(Twin twin, HttpServer server) {
        this.twin = twin;
        this.server = server;
    }

    static StatusPage open(Twin twin, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        StatusPage page = new StatusPage(twin, server);
        server.createContext("/health", exchange -> answer(exchange, "application/json", page.health()));
        server.createContext("/", exchange -> answer(exchange, "text/html; charset=utf-8", page.html()));
        server.start();
        return page;
    }

    void close() {
        server.stop(0);
    }

    private String health() {
        ObjectNode health = Json.object().put("status", "UP");
        ArrayNode checks = health.putArray("checks");
        for (TwinDevice device : twin.devices()) {
            checks.addObject()
                    .put("name", device.line().plate().deviceId())
                    .put("interval", device.shown().interval())
                    .put("energyWh", device.shown().energyWh())
                    .put("outcome", device.shown().outcome());
        }
        return Json.text(health);
    }

    private String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<title>Digital twin</title><style>body{font:16px/1.5 system-ui;margin:2rem}td,th{text-align:left;"
                + "padding:.3rem 1.5rem .3rem 0}</style><h1>Digital twin</h1><p>No energy flows here: every statement is"
                + " marked as a simulation.</p><table><tr><th>Plant<th>Last interval<th>Energy<th>Rotor<th>Answer");
        for (TwinDevice device : twin.devices()) {
            TwinDevice.Shown shown = device.shown();
            page.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%s<td>%,d Wh<td>%s<td>%s",
                    device.line().plate().name(),
                    shown.interval(),
                    shown.energyWh(),
                    shown.rotorRpm() > 0 ? String.format(Locale.ROOT, "%.2f rpm", shown.rotorRpm()) : "–",
                    shown.outcome()));
        }
        return page.append("</table></html>").toString();
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
