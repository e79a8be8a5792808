package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the metadata table above a document on government web pages.
 *
 * <p>Example: {@code 索引号：001　文号：示府发〔2031〕8号　成文日期：2031年4月5日} has three labels, the number and the date of issue.
 */
final class WebMetadataTable {
    private static final String BLANK = "[\\s\\u3000]*";
    private static final String LABEL_NAMES = String.join(
            "|",
            List.of(
                            "信息索引号", "索引号", "主题分类", "主题词", "发文机关", "发布机构", "发布单位", "公开主体", "成文日期", "生成日期", "发文日期",
                            "公开日期", "发布日期", "发布时间", "标题", "信息名称", "名称", "发文字号", "文号", "有效性", "是否有效", "效力状态", "信息类别",
                            "公开方式", "公开形式", "公开范围", "公开时限", "体裁分类", "组配分类", "关键词", "服务对象分类")
                    .stream()
                    .map(name -> String.join(BLANK, name.split("")))
                    .toList());
    private static final Pattern LABEL = Pattern.compile("(?:" + LABEL_NAMES + ")" + BLANK + "[：:]");
    /** The label and value of a title or a number, up to the next label. */
    private static final Pattern TITLE_OR_NUMBER = Pattern.compile("(?<label>标" + BLANK + "题|名" + BLANK + "称|文" + BLANK
            + "号|发" + BLANK + "文"
            + BLANK + "字" + BLANK + "号)" + BLANK + "[：:]" + BLANK + "(?<value>.+?)" + BLANK + "(?=$|(?:" + LABEL_NAMES
            + ")" + BLANK
            + "[：:])");

    private static final Pattern DATE_OF_ISSUE = Pattern.compile("[成生发]" + BLANK + "[文成]" + BLANK + "日" + BLANK + "期"
            + BLANK + "[：:]" + BLANK + "(?<date>" + DateParser.DATE_REGEX + ")");
    private static final int HEAD_ROWS = 30;
    private static final int MIN_LABELS = 3;

    private final RowCursor rows;
    private final RecognisedDocument document;

    WebMetadataTable(RowCursor rows, RecognisedDocument document) {
        this.rows = rows;
        this.document = document;
    }

    /** Indexes of the rows of the table; empty if there are fewer than three labels. Sets the date of issue outside the text. */
    List<Integer> tableRows() {
        List<Integer> found = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < Math.min(rows.size(), HEAD_ROWS); i++) {
            LayoutRow layoutRow = rows.get(i);
            Matcher label = LABEL.matcher(layoutRow.isLong() ? "" : layoutRow.text());
            if (label.lookingAt()) {
                found.add(i);
                label.reset();
                label.results().forEach(each -> labels.add(each.group().replaceAll(BLANK, "")));
            }
        }
        if (labels.size() < MIN_LABELS) {
            return List.of();
        }
        for (int i : found) {
            Matcher dated = DATE_OF_ISSUE.matcher(rows.get(i).text());
            document.dateOutsideText = document.dateOutsideText.isEmpty() && dated.find()
                    ? DateParser.parse(dated.group("date"))
                    : document.dateOutsideText;
        }
        document.addRemark(
                "来源是网页，页面信息表（索引号等）已略去，见账目", "The source is a web page; its table of particulars is left out.");
        return found;
    }

    /** The values of title and number in a row of the table. */
    static List<MappedText> titleAndNumber(MappedText row) {
        List<MappedText> values = new ArrayList<>();
        Matcher value = TITLE_OR_NUMBER.matcher(row.text());
        if (LABEL.matcher(row.text()).lookingAt()) {
            while (value.find()) {
                values.add(row.sub(value.start("value"), value.end("value")));
            }
        }
        return values;
    }
}
