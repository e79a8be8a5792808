package io.noticepress.content.files;

import io.noticepress.problem.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The syntax of names that become part of an address, such as {@code kx-2023-6}: of notices, languages, issuers, topics,
 * kinds, pages and themes.
 */
public final class Slug {
    /** The maximum length, in characters. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("(?:con|nul|aux|prn|com[0-9]|lpt[0-9])(?:\\..*)?");
    private static final Set<String> RESERVED_PAGES =
            Set.of("notices", "years", "issuers", "topics", "kinds", "search", "translations");
    private static final Set<String> RESERVED_LANGUAGES = Set.of("data", "parallel", "notices", "assets");

    private Slug() {}

    /** Why a name is not valid; empty if it is. */
    public static Optional<Message> fault(String name) {
        if (!SYNTAX.matcher(name).matches()) {
            return Optional.of(Message.of(
                    "“{0}”不能用作名称：只能有小写字母、数字和单个连字符",
                    "\"{0}\" is not a valid name: use only lower-case letters, digits and single hyphens", name));
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(Message.of(
                    "名称有 {0} 个字符，超过 {1} 个的上限",
                    "the name has {0} characters; at most {1} are allowed", name.length(), MAX_LENGTH));
        }
        return isWindowsDevice(name)
                ? Optional.of(
                        Message.of("“{0}”是 Windows 的设备名，不能用作名称", "\"{0}\" is the name of a device on Windows", name))
                : Optional.empty();
    }

    /** The same for a page, whose address must not be that of a list. */
    public static Optional<Message> pageFault(String name) {
        return RESERVED_PAGES.contains(name) ? Optional.of(reserved(name)) : fault(name);
    }

    /** The same for a language, whose address must not be that of another folder of the site. */
    public static Optional<Message> languageFault(String key) {
        return RESERVED_LANGUAGES.contains(key) ? Optional.of(reserved(key)) : fault(key);
    }

    /** A valid name made from an invalid one: {@code kx-2023-6} from {@code KX_2023 6}; empty if no valid character is in it. */
    public static String propose(String name) {
        String plain = ContentFolder.nfc(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH).replaceAll("-$", "") : plain;
        return isWindowsDevice(cut) ? cut + "-1" : cut;
    }

    /** How to mend a name: with the proposed one, if there is one. */
    public static Message mend(String name) {
        String mended = propose(name);
        return mended.isEmpty() || mended.equals(name)
                ? Message.of("改成如 kx-2023-6 的名称", "choose a name such as kx-2023-6")
                : Message.of("改成 {0}", "rename it to {0}", mended);
    }

    /** The same for a page. */
    static Message pageMend(String name) {
        return RESERVED_PAGES.contains(name) || propose(name).isEmpty()
                ? Message.of("换一个名称，如 about", "choose another name, such as about")
                : mend(name);
    }

    /** Whether a name in lower case is that of a Windows device, with any extension: {@code con}, {@code lpt1.txt}. */
    static boolean isWindowsDevice(String name) {
        return WINDOWS_DEVICE.matcher(name).matches();
    }

    private static Message reserved(String name) {
        return Message.of("“{0}”已被系统页面占用", "\"{0}\" is used by the site itself", name);
    }
}
