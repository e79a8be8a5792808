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
 * The first wall against script: only https, http and mailto lead out of the site, everything else is a relative path.
 *
 * <p>It judges what a browser would make of the address, not what was typed: {@code java&#10;script:} and
 * {@code javascript%3A} are the same as {@code javascript:}. Pictures lie in the notice's own folder.
 */
public final class SafeLinkPolicy implements LinkPolicy {
    private static final Pattern WEB_URL = Pattern.compile("(?i)https?://([^/\\\\?#\\s]+)(?:[/?#]\\S*)?");
    private static final Pattern MAIL_URL = Pattern.compile("(?i)mailto:[^\\s/\\\\]+");
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("(?i)(?:https?|mailto)：");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    @Override
    public LinkDestination check(String destination, boolean picture, UrlResolver urlResolver) {
        String address = destination.strip();
        if (address.indexOf('\\') >= 0) {
            return unsafe("链接“{0}”里有反斜杠", "the link \"{0}\" has a backslash", address);
        }
        if (FULL_WIDTH_COLON.matcher(address).lookingAt()) {
            return unsafe("链接“{0}”里的冒号是全角的", "the link \"{0}\" has a full-width colon", address);
        }
        Matcher web = WEB_URL.matcher(address);
        if (web.matches() && web.group(1).indexOf('@') >= 0) {
            return unsafe("链接“{0}”的网址里夹着用户名", "the link \"{0}\" has a user name in its address", address);
        }
        if (web.matches() || !picture && MAIL_URL.matcher(address).matches()) {
            return picture
                    ? unsafe("图片“{0}”在别的网站上", "the picture \"{0}\" lies on another site", address)
                    : LinkDestination.outside(Escaping.percentEncodeUrl(address));
        }
        String path = address;
        for (int layer = 0; layer < 3; layer++) {
            String seen = withoutInvisible(path);
            if (SCHEME.matcher(seen).matches()) {
                return unsafe(
                        "链接“{0}”不是网址，也不是相对路径",
                        "the link \"{0}\" is neither a web address nor a relative path", address);
            }
            if (seen.startsWith("//")) {
                return unsafe(
                        "链接“{0}”没有写明 https", "the link \"{0}\" leads to another host without saying https", address);
            }
            if (seen.startsWith("/")) {
                return unsafe("链接“{0}”从根目录写起", "the link \"{0}\" starts at the root", address);
            }
            if (seen.indexOf('\\') >= 0 || hasControls(path)) {
                return unsafe("链接“{0}”里有反斜杠或控制字符", "the link \"{0}\" has a backslash or a control character", address);
            }
            path = percentDecode(path);
        }
        return checkRelative(address, picture, urlResolver);
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
                    Message.of("链接“{0}”所指的文件不存在", "the link \"{0}\" leads to no file", address));
        }
        String href = fragment.isEmpty() ? url.get() : url.get() + "#" + Escaping.percentEncodeUrl(fragment);
        return LinkDestination.inside(href, path, fragment);
    }

    private static LinkDestination unsafe(String zh, String en, String address) {
        return LinkDestination.refused(DestinationKind.UNSAFE, "", Message.of(zh, en, excerpt(address)));
    }

    /** At most 60 characters of it, controls made visible. */
    private static String excerpt(String address) {
        String line = address.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    private static boolean hasControls(String path) {
        return path.chars().anyMatch(c -> c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029);
    }

    /** A browser takes tabs and line ends out of an address before it looks for the scheme. */
    private static String withoutInvisible(String path) {
        StringBuilder out = new StringBuilder(path.length());
        path.chars()
                .filter(c -> c > ' ' && !(c >= 0x7F && c <= 0xA0) && !HiddenChars.isHidden(c))
                .forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** {@code path} with percent-escapes decoded where they stand for UTF-8; others are kept as they are. */
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
