package io.noticepress.importer.source;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;

/** A program that calls a port of this machine in every way a library may know. */
public final class NetworkProbe {
    private NetworkProbe() {}

    /** Calls the port and says what came of it. */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        URI page = URI.create("http://127.0.0.1:" + port + "/x.dtd");
        attempt("socket", () -> new Socket("127.0.0.1", port));
        attempt("url", () -> page.toURL().openStream().read());
        attempt(
                "channel",
                () -> SocketChannel.open(
                        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)));
        attempt(
                "client",
                () -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding()));
        attempt("name", () -> InetAddress.getByName(args[1]));
    }

    private static void attempt(String way, Callable<Object> call) {
        try {
            call.call();
            System.out.println(way + " reached");
        } catch (Exception | Error e) {
            System.out.println(way + " refused");
        }
    }
}
