package io.noticepress.preview.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.preview.PreviewServer;
import io.noticepress.problem.RunFailed;
import io.noticepress.testkit.SilentConsole;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewHandlerTest {
    private static final String NOTICE_FILE = "content/notices/2030/kx-2030-6.zh.md";

    @TempDir
    Path folder;

    private TestProject testProject;
    private PreviewServer previewServer;
    private int port;

    @BeforeEach
    void start() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.writeContent("site.yaml", """
                baseUrl: https://notices.example.org/gw/
                theme: official
                languages: {zh: {tag: zh-CN, name: 中文, title: 公文}, en: {tag: en, name: English, title: Notices}}
                """);
        testProject.writeContent("issuers.yaml", "kx: {zh: 示例科协, en: Example Association}\n");
        testProject.writeContent("topics.yaml", "talent: {zh: 人才, en: Talent}\n");
        writeNotice("正文。");
        testProject.writeContent("notices/2030/kx-2030-6/附表.csv", "列,column\n1,2\n");
        testProject.themes = Path.of("../themes").toAbsolutePath().normalize();
        previewServer = PreviewServer.start(testProject.request(), new SilentConsole(), 0, 0);
        port = URI.create(previewServer.address()).getPort();
    }

    @AfterEach
    void end() throws IOException {
        previewServer.close();
    }

    private void writeNotice(String body) {
        testProject.writeContent(
                NOTICE_FILE.substring("content/".length()),
                "---\ntitle: 关于示例的通知\nissuer: kx\nissued: 2030-04-15\ntopics: [talent]\ndraft: true\n---\n" + body
                        + "\n");
    }

    @Test
    void aPageIsServedWithItsScriptAndAPolicyThatAllowsIt() throws IOException {
        String page = get("/gw/zh/notices/2030/kx-2030-6/");
        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .contains("Content-type: text/html; charset=utf-8")
                .contains("Cache-control: no-store")
                .contains("/.noticepress/preview.js")
                .contains("script-src 'self'; connect-src 'self'")
                .contains("banner draft");
        assertThat(page.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control");
        assertThat(get("/gw/notices/2030/kx-2030-6/%E9%99%84%E8%A1%A8.csv"))
                .contains("text/csv")
                .contains("1,2");
        assertThat(get("/gw/zh")).startsWith("HTTP/1.1 302").contains("Location: /gw/zh/");
        assertThat(get("/")).startsWith("HTTP/1.1 302").contains("Location: /gw/");
        assertThat(get("/gw/zh/nothing/")).startsWith("HTTP/1.1 404").contains("<html");
    }

    @Test
    void methodsOtherThanGetAndHeadAreRefused() throws IOException {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertThat(request(method + " /gw/zh/ HTTP/1.1\r\nHost: 127.0.0.1:" + port))
                    .startsWith("HTTP/1.1 405");
        }
        assertThat(request("HEAD /gw/zh/ HTTP/1.1\r\nHost: localhost:" + port))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
    }

    @Test
    void foreignHostsAndOriginsAreRefused() throws IOException {
        for (String host : List.of("evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:" + port, "")) {
            assertThat(request("GET /gw/zh/ HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 421");
        }
        String host = "GET /.noticepress/events?page=/gw/ HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
        assertThat(request(host + "Origin: http://evil.example")).startsWith("HTTP/1.1 421");
        assertThat(request(host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void noPathLeadsOutOfTheSite() throws IOException {
        Files.writeString(testProject.base.resolve("secret.txt"), "SECRET");
        List<String> ways = Stream.of(
                        "/../secret.txt",
                        "/../../secret.txt",
                        "/%2e%2e/secret.txt",
                        "/%2E%2E/%2E%2E/secret.txt",
                        "/..%2fsecret.txt",
                        "/%2e%2e%2fsecret.txt",
                        "/..%5csecret.txt",
                        "/%5c..%5csecret.txt",
                        "/gw/../secret.txt",
                        "/gw/%2e%2e/secret.txt",
                        "/gw/zh/../../secret.txt",
                        "/gw/zh/%2e./secret.txt",
                        "/gw/.%2e/secret.txt",
                        "/gw//../secret.txt",
                        "/gw/./secret.txt",
                        "/gw/%00",
                        "/gw/zh/index.html%00",
                        "/gw/%00/../secret.txt",
                        "/gw/zh/%0d%0aX:1",
                        "/gw/%252e%252e/secret.txt",
                        "/gw/%c0%ae%c0%ae/secret.txt",
                        "/gw/%e0%80%ae%e0%80%ae/secret.txt",
                        "/gw/%ff",
                        "/gw/%",
                        "/gw/%2",
                        "/gw/%zz",
                        "/gw/..;/secret.txt",
                        "/gw/...//secret.txt",
                        "/gw/C:/secret.txt",
                        "/gw/%5c%5chost%5cshare",
                        "//secret.txt",
                        "/file:///secret.txt",
                        "/gw/content/site.yaml",
                        "/gw/site.yaml",
                        "/content/site.yaml",
                        "/.noticepress/../secret.txt",
                        "/.noticepress/%2e%2e/secret.txt",
                        "/.noticepress/PreviewHandler.class",
                        "/.noticepress/",
                        "/.git/config",
                        "/gw/.git/HEAD",
                        "/gw/zh/notices/2030/kx-2030-6.zh.md",
                        "/gw/notices/2030/kx-2030-6/",
                        "/gw/" + "a/".repeat(2000),
                        "/gw/zh/?../../secret.txt/..")
                .toList();
        assertThat(ways).hasSizeGreaterThanOrEqualTo(40);
        for (String way : ways.subList(0, ways.size() - 1)) {
            assertThat(get(way))
                    .as(way)
                    .containsPattern("^HTTP/1\\.1 (400|404) ")
                    .doesNotContain("SECRET");
        }
        assertThat(get(ways.get(ways.size() - 1))).startsWith("HTTP/1.1 200").doesNotContain("SECRET");
        assertThat(get("/gw/zh/")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aSavedFileIsShownAndItsMistakesAreTold() throws Exception {
        writeNotice("新的正文。");
        awaitText("/gw/zh/notices/2030/kx-2030-6/", "新的正文");
        String good = Files.readString(testProject.base.resolve(NOTICE_FILE));
        testProject.writeContent(NOTICE_FILE.substring("content/".length()), good.replace("issuer: kx", "issuer: kxx"));
        try (Socket events = new Socket("127.0.0.1", port)) {
            events.getOutputStream()
                    .write(
                            ("GET /.noticepress/events?page=%2Fgw%2Fzh%2Fnotices%2F2030%2Fkx-2030-6%2F&lang=zh-CN HTTP/1.1\r\nHost: 127.0.0.1:"
                                            + port + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            readUntil(events, "unknown-issuer");
            assertThat(get("/gw/zh/notices/2030/kx-2030-6/"))
                    .startsWith("HTTP/1.1 200")
                    .contains("新的正文");
            Path aside = testProject.base.resolve("aside");
            Files.writeString(aside, good.replace("新的", "改好的"));
            Files.move(aside, testProject.base.resolve(NOTICE_FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            readUntil(events, "\"errors\":0");
        }
        awaitText("/gw/zh/notices/2030/kx-2030-6/", "改好的正文");
        Files.delete(testProject.base.resolve(NOTICE_FILE));
        awaitText("/gw/zh/notices/2030/kx-2030-6/", "HTTP/1.1 404");
        writeNotice("又来了。");
        awaitText("/gw/zh/notices/2030/kx-2030-6/", "又来了");
        assertThat(testProject.output).doesNotExist();
        assertThat(testProject.work).doesNotExist();
    }

    @Test
    void aPortInUseIsSaid() {
        assertThatThrownBy(() -> PreviewServer.start(testProject.request(), new SilentConsole(), port, 0))
                .isInstanceOf(RunFailed.class)
                .hasMessage("port " + port + " is in use");
    }

    private void awaitText(String path, String text) throws Exception {
        for (int i = 0; i < 1_200 && !get(path).contains(text); i++) {
            Thread.sleep(25);
        }
        assertThat(get(path)).contains(text);
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        socket.setSoTimeout(10_000);
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[8192];
        while (all.indexOf(text) < 0) {
            int read = socket.getInputStream().read(piece);
            assertThat(read).as(all.toString()).isPositive();
            all.append(new String(piece, 0, read, StandardCharsets.UTF_8));
        }
    }

    private String get(String path) throws IOException {
        return request("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port);
    }

    private String request(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
