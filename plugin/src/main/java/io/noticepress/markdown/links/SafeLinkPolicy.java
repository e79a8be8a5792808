package io.noticepress.markdown.links;

import com.vladsch.flexmark.util.sequence.Escaping;
import io.noticepress.markdown.links.LinkDestination.DestinationKind;
import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The link policy for content: https, http and mailto URLs lead outside the site, everything else must be a relative path. It is
 * the first of two defences against script injection.
 *
 * <p>It checks what a browser would make of the destination, not what was typed: {@code java&#10;script:} and
 * {@code javascript%3A} are the same as {@code javascript:}. Pictures must be relative paths.
 *
 * <p>Example: {@code ../2022/kx-2022-1.zh.md#s2} is inside, with that path and the fragment {@code s2}; {@code //a.cn/b} is unsafe.
 */
public final class SafeLinkPolicy implements LinkPolicy {
    private static final Pattern WEB_URL = Pattern.compile("(?i)https?://([^/\\\\?#\\s]+)(?:[/?#]\\S*)?");
    private static final Pattern MAIL_URL = Pattern.compile("(?i)mailto:[^\\s/\\\\]+");
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("(?i)(?:https?|mailto)：");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    @Override
    public LinkDestination check(String destination, boolean picture, UrlResolver urlResolver) {
        String url = destination.strip();
        if (url.indexOf('\\') >= 0) {
            return unsafe("链接“{0}”里有反斜杠", "the link \"{0}\" contains a backslash", url);
        }
        if (FULL_WIDTH_COLON.matcher(url).lookingAt()) {
            return unsafe("链接“{0}”里的冒号是全角的", "the link \"{0}\" contains a full-width colon", url);
        }
        Matcher web = WEB_URL.matcher(url);
        if (web.matches() && web.group(1).indexOf('@') >= 0) {
            return unsafe("链接“{0}”的网址里夹着用户名", "the link \"{0}\" contains a user name", url);
        }
        if (web.matches() || !picture && MAIL_URL.matcher(url).matches()) {
            return picture
                    ? unsafe("图片“{0}”在别的网站上", "the picture \"{0}\" is on another site", url)
                    : LinkDestination.outside(Escaping.percentEncodeUrl(url));
        }
        String path = url;
        // Percent-encoding may be nested: %2561 decodes to %61, which decodes to a.
        for (int layer = 0; layer < 3; layer++) {
            String visible = withoutInvisible(path);
            if (SCHEME.matcher(visible).matches()) {
                return unsafe(
                        "链接“{0}”不是网址，也不是相对路径", "the link \"{0}\" is neither a web address nor a relative path", url);
            }
            if (visible.startsWith("//")) {
                return unsafe(
                        "链接“{0}”没有写明 https", "the link \"{0}\" names another host but does not begin with https:", url);
            }
            if (visible.startsWith("/")) {
                return unsafe("链接“{0}”从根目录写起", "the link \"{0}\" starts at the root folder", url);
            }
            if (visible.indexOf('\\') >= 0 || hasControls(path)) {
                return unsafe("链接“{0}”里有反斜杠或控制字符", "the link \"{0}\" contains a backslash or a control character", url);
            }
            path = percentDecode(path);
        }
        return checkRelative(url, picture, urlResolver);
    }

    private static LinkDestination checkRelative(String address, boolean picture, UrlResolver urlResolver) {
        int hash = address.indexOf('#');
        String path = percentDecode(hash < 0 ? address : address.substring(0, hash));
        String fragment = hash < 0 ? "" : percentDecode(address.substring(hash + 1));
        if (path.isEmpty()) {
            return fragment.isEmpty() || picture
                    ? LinkDestination.refused(
                            DestinationKind.BROKEN, "", Message.of("链接没有地址", "the link has no address"))
                    : LinkDestination.inside("#" + Escaping.percentEncodeUrl(fragment), "", fragment);
        }
        Optional<String> url = urlResolver.url(path);
        if (url.isEmpty()) {
            return LinkDestination.refused(
                    DestinationKind.BROKEN,
                    path,
                    Message.of("链接“{0}”所指的文件不存在", "the link \"{0}\" points to a file that does not exist", address));
        }
        String href = fragment.isEmpty() ? url.get() : url.get() + "#" + Escaping.percentEncodeUrl(fragment);
        return LinkDestination.inside(href, path, fragment);
    }

    private static LinkDestination unsafe(String zh, String en, String address) {
        return LinkDestination.refused(DestinationKind.UNSAFE, "", Message.of(zh, en, excerpt(address)));
    }

    /** At most 60 chars of an address, with control characters replaced by U+FFFD. */
    private static String excerpt(String address) {
        String line = address.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    private static boolean hasControls(String path) {
        return path.chars().anyMatch(c -> c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029);
    }

    /** The path without white space and invisible characters: browsers drop tabs and line breaks before they parse a URL. */
    private static String withoutInvisible(String path) {
        StringBuilder out = new StringBuilder(path.length());
        path.chars()
                .filter(c -> c > ' ' && !(c >= 0x7F && c <= 0xA0) && !HiddenChars.isHidden(c))
                .forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** {@code path} percent-decoded: {@code %E5%9B%BE.png} becomes {@code 图.png}. It is returned as it is if it is not valid UTF-8. */
    static String percentDecode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteBuffer bytes = ByteBuffer.allocate(path.length() * 3);
        byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(utf8[i + 2], 16) : -1;
            if (low >= 0) {
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(utf8[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            return path;
        }
    }
}
