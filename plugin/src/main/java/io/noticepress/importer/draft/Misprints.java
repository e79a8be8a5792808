package io.noticepress.importer.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds likely misprints in Chinese text, by a list and by rules; they are kept in the text and reported to the editor.
 *
 * <p>Example: {@code 请认真布署} gives {@code 布署（部署？）}, {@code 亮身份、亮承诺、比作为} in quotation marks gives {@code 比作为}.
 */
final class Misprints {
    // Wrong and right; words that are correct in other contexts are not listed.
    private static final String[][] CORRECTIONS = {
        {"挂勾", "挂钩"},
        {"杨优势", "扬优势"},
        {"杨长避短", "扬长避短"},
        {"布署", "部署"},
        {"按排", "安排"},
        {"再接再励", "再接再厉"},
        {"一如继往", "一如既往"},
        {"渡假", "度假"},
        {"松驰", "松弛"},
        {"幅射", "辐射"},
        {"防碍", "妨碍"},
        {"凑和", "凑合"},
        {"帐号", "账号"},
        {"既使", "即使"},
        {"即然", "既然"},
        {"迫不急待", "迫不及待"},
        {"穿流不息", "川流不息"},
        {"谈笑风声", "谈笑风生"},
        {"竭泽而鱼", "竭泽而渔"},
        {"人材辈出", "人才辈出"},
        {"委屈求全", "委曲求全"},
        {"默守成规", "墨守成规"},
        {"死心踏地", "死心塌地"},
        {"弦律", "旋律"},
        {"震憾", "震撼"},
        {"泻露", "泄露"},
        {"复盖", "覆盖"},
        {"截止目前", "截至目前"},
        {"重迭", "重叠"},
        {"长三角经济带", "长三角、长江经济带"},
        {"编篡", "编纂"},
        {"追朔", "追溯"},
        {"通迅", "通讯"}
    };

    /** A particle or a word typed twice, synonyms side by side, successive punctuation marks, a truncated word. */
    private static final Pattern REPETITION = Pattern.compile("(?<![目标有真])的的|(?<![明有])了了|和和|是是(?!非)|在在|"
            + "([\\p{IsHan}&&[^〇一二三四五六七八九十零]]{2,4})\\1|鼓励激励|激励鼓励|[，。、；：][，。、；：]+|发展前(?=[”」])");

    private static final Pattern LIST = Pattern.compile("[^，。；：“”《》、\\s]{2,12}(?:、[^，。；：“”《》、\\s]{2,12}){2,}");
    private static final Pattern QUOTED = Pattern.compile("“([^“”]{5,40})”");
    private static final int MAX_REPORTED = 20;

    private Misprints() {}

    /** The misprints of a text with their correction, {@code 挂勾（挂钩？）}, or without, if none is known. */
    static List<String> of(String text) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(CORRECTIONS)
                .filter(pair -> text.contains(pair[0]))
                .forEach(pair -> found.add(pair[0] + "（" + pair[1] + "？）"));
        REPETITION.matcher(text).results().forEach(each -> found.add(each.group()));
        LIST.matcher(text)
                .results()
                .forEach(list -> itemWithLongerEnding(list.group().split("、")).ifPresent(found::add));
        QUOTED.matcher(text)
                .results()
                .forEach(quote -> itemWithOtherStart(quote.group(1).split("、")).ifPresent(found::add));
        return found.stream().limit(MAX_REPORTED).toList();
    }

    /** The one item of a list with an extra character after the ending of all others: 飘在一线、筑在一线先、冲在一线. */
    private static Optional<String> itemWithLongerEnding(String[] items) {
        for (String item : items) {
            int end = item.length() - 1;
            String ending = end < 2 ? "" : item.substring(end - 2, end);
            boolean isCommonEnding = !ending.isEmpty()
                    && Stream.of(items).filter(each -> each.endsWith(ending)).count() == items.length - 1;
            if (isCommonEnding && !item.endsWith(ending)) {
                return Optional.of(item.substring(end - 2));
            }
        }
        return Optional.empty();
    }

    /** The one item of a quoted list of equal lengths with a different first character: “亮身份、亮承诺、比作为”. */
    private static Optional<String> itemWithOtherStart(String[] items) {
        if (items.length < 3
                || Stream.of(items).mapToInt(String::length).distinct().count() > 1
                || items[0].length() > 4) {
            return Optional.empty();
        }
        for (String item : items) {
            String head = items[item.equals(items[0]) ? 1 : 0].substring(0, 1);
            long sameStart =
                    Stream.of(items).filter(each -> each.startsWith(head)).count();
            if (!item.startsWith(head) && sameStart == items.length - 1) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
