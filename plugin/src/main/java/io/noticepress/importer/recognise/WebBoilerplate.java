package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a web page puts around a document when it is copied from there: the way to the page, the line below the title, buttons,
 * the foot. Some of it is known wherever it stands, some only beside what is known. The table of particulars is told by its labels.
 */
final class WebBoilerplate {
    private static final String SEPARATORS = "[\\s\\u3000|｜【】\\[\\]]+";
    private static final Pattern CERTAIN_BOILERPLATE =
            Pattern.compile("字体[：:]?[大中小]?|字号[：:][大中小]?|打印(?:本页|此页|本文|页面)?|关闭(?:窗口|本页|此页|页面)?|打印/关闭"
                    + "|.{0,4}扫一扫(?:.*(?:手机|打开|当前|页面|关注|分享|微信|浏览).*)?|分享(?:到|至)?[：:]?.*"
                    + "|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[：:]\\s*\\d*次?|[上下]一[篇条则][：:].*"
                    + "|(?:您?(?:当前|现在|所在)的?|您的)位置[：:].*|返回(?:顶部|首页|列表)|.*ICP备\\d+号.*|.*公网安备.*|网站标识码[：:].*"
                    + "|版权所有.*|Copyright.*|责任编辑[：:].*|网站地图|无障碍(?:浏览|阅读)?|长者(?:版|模式|助手)|加入收藏|设为首页|首页[>＞»›/].*");
    private static final Pattern BYLINE = Pattern.compile("(?:信息|文章|稿件)?来源[：:].*|(?:发布|更新|发表|刊发)(?:时间|日期)[：:].*");
    private static final Pattern DAY = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
    private static final Pattern LIKELY_BOILERPLATE =
            Pattern.compile(BYLINE + "|" + DAY + "|\\d{1,2}:\\d{2}(?::\\d{2})?"
                    + "|[大中小次+-]|T[大小]?|微信|新浪微博|腾讯微博|微博|QQ(?:空间|好友)?|朋友圈|复制链接|收藏|编辑[：:].*|作者[：:].*|审核[：:].*"
                    + "|主办(?:单位)?[：:].*|承办(?:单位)?[：:].*|技术支持[：:].*|联系我们|关于我们|网站声明|繁[體体]版?|English|登录|注册"
                    + "|相关(?:链接|阅读|稿件|文档|解读)[：:]?|.{2,12}网站?");
    private static final Pattern BREADCRUMB =
            Pattern.compile("首页(?:" + SEPARATORS + "\\S{2,8}){3,}|首页(?:[>＞»›\\s\\u3000]+\\S{2,20})+");
    private static final Pattern PUBLISHED =
            Pattern.compile("发布(?:时间|日期)[\\s\\u3000]*[：:][\\s\\u3000]*(?<day>" + DateParser.DATE_REGEX + ")");
    private static final int BREADCRUMB_ROWS = 6;
    private static final int HEAD_ROWS = 15;
    private static final int FOOT_ROWS = 6;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final RecognisedDocument document;

    WebBoilerplate(RowCursor rows, CharLedger charLedger, RecognisedDocument document) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.document = document;
    }

    /** Takes it out of the rows. */
    void remove() {
        Set<Integer> found = new TreeSet<>(new WebMetadataTable(rows, document).tableRows());
        for (int i = 0; i < rows.size(); i++) {
            if (isCertain(i)) {
                found.add(i);
            }
            for (int above = 0; above < i && i < BREADCRUMB_ROWS && isBreadcrumb(plainText(rows.get(i))); above++) {
                found.add(above);
            }
        }
        for (int i : List.copyOf(found)) {
            addNeighbours(i, 1, found);
            addNeighbours(i, -1, found);
        }
        String rest = "";
        for (int i = 0; i < rows.size(); i++) {
            rest += found.contains(i) || i > 2 * HEAD_ROWS
                    ? ""
                    : rows.get(i).mappedText().withoutBlanks();
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (found.contains(i)) {
                drop(i, rest);
            }
        }
    }

    /** Neighbours of what is known, as long as they may be of the same kind. */
    private void addNeighbours(int from, int step, Set<Integer> found) {
        for (int i = from + step; i >= 0 && i < rows.size() && isLikely(rows.get(i)); i += step) {
            found.add(i);
        }
    }

    private boolean isCertain(int place) {
        LayoutRow layoutRow = rows.get(place);
        String text = plainText(layoutRow);
        if (layoutRow.isLong() || text.matches(".*[。；].*")) {
            return false;
        }
        List<String> pieces = pieces(text);
        boolean edge = place < HEAD_ROWS || place >= rows.size() - FOOT_ROWS;
        boolean sure = pieces.stream()
                .anyMatch(piece -> CERTAIN_BOILERPLATE.matcher(piece).matches());
        boolean byline =
                edge && pieces.stream().anyMatch(piece -> BYLINE.matcher(piece).matches());
        return isBreadcrumb(text)
                || (sure || byline) && pieces.stream().allMatch(WebBoilerplate::isPiece)
                || sure && text.matches("分享.*|.*(?:ICP备|公网安备|版权所有|Copyright).*|[上下]一[篇条则][：:].*");
    }

    /** Whether it says where on its site a page is; nothing of the document stands above it. */
    private static boolean isBreadcrumb(String text) {
        return BREADCRUMB.matcher(text).matches() || text.matches("您?(?:现|所|当前)?.{0,4}位置[：:].*");
    }

    private static boolean isLikely(LayoutRow layoutRow) {
        List<String> pieces = layoutRow.isLong() ? List.of() : pieces(plainText(layoutRow));
        boolean day = pieces.size() == 1 && DAY.matcher(pieces.get(0)).matches();
        return !pieces.isEmpty() && !day && pieces.stream().allMatch(WebBoilerplate::isPiece);
    }

    private static boolean isPiece(String piece) {
        return CERTAIN_BOILERPLATE.matcher(piece).matches()
                || LIKELY_BOILERPLATE.matcher(piece).matches();
    }

    private static List<String> pieces(String text) {
        return Arrays.stream(text.split(SEPARATORS))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** The words of a row, with a blank between its cells. */
    static String plainText(LayoutRow layoutRow) {
        return layoutRow.isTable()
                ? layoutRow.cells().stream().map(MappedText::text).collect(Collectors.joining(" "))
                : layoutRow.text().strip();
    }

    /** Drops a row; a title or number that stands nowhere else is left, and the day of publication becomes a field. */
    private void drop(int place, String rest) {
        LayoutRow layoutRow = rows.remove(place);
        List<MappedText> values = WebMetadataTable.titleAndNumber(layoutRow.mappedText());
        int from = 0;
        for (MappedText value : values) {
            if (!rest.contains(value.withoutBlanks())) {
                int at = layoutRow.text().indexOf(value.text(), from);
                charLedger.assign(layoutRow.mappedText().sub(from, at), Disposition.WEB_PAGE);
                rows.insert(place, LayoutRow.of(value, layoutRow));
                from = at + value.length();
            }
        }
        Matcher published = PUBLISHED.matcher(layoutRow.text()).region(from, layoutRow.length());
        if (document.published.isEmpty() && published.find()) {
            document.published = DateParser.parse(published.group("day"));
            charLedger.assign(layoutRow.mappedText().sub(from, published.start("day")), Disposition.WEB_PAGE);
            charLedger.assign(
                    layoutRow.mappedText().sub(published.start("day"), published.end("day")), Disposition.DATE_FORM);
            from = published.end("day");
        }
        charLedger.assign(layoutRow.mappedText().sub(from), Disposition.WEB_PAGE);
    }
}
