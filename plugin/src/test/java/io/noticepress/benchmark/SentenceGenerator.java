package io.noticepress.benchmark;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates meaningless sentences from vocabulary typical of official documents. A word and its translation have the same
 * index in the lists of their languages.
 */
enum SentenceGenerator {
    ZH(
            "工作 项目 人才 科技 创新 企业 服务 建设 培训 活动 安全 资金 教育 信息 制度 平台 质量 标准 责任 任务 措施 方案 规划 材料 评审 部门 机构 人员 社区 学校 "
                    + "医院 环境 能源 数据 网络 设备 工程 产业 市场 产品 预算 采购 合同 档案 会议 报告 论文 成果 专家 教师 学生 青年 工会 实验室 园区 港口 公路 桥梁 "
                    + "水库 渔业 林业 粮食 食品 药品 就业 住房 土地 目录 指标 台账 隐患 台风 消防 应急 演练 文化 旅游 体育 展览 博物馆 图书馆 专利 软件 芯片 机器人",
            "加强 做好 推进 完善 落实 开展 组织 提高 建立 健全 规范 促进 深化 优化 保障 支持 制定 报送 审核 评估 总结 宣传 培育 统筹 协调 整合 监测 公示 受理 登记",
            "重点 有关 全省 基层 年度 专项 统一 新型 优秀 先进 重大 基本 公共 综合 特色 数字 绿色 现代 首批",
            "各设区市人民政府 省直有关单位 各高等院校 各科研院所 各有关企业 各省级学会 各行业协会 各园区管理机构",
            "东浦镇 南山街道 青岭村 白鹤社区 松江工业园 柏溪中学 莲塘小学 永安医院 新桥科技有限公司 和平研究院",
            List.of(
                    "$o要$v$m$n$n，$v$n和$n，确保取得实效。",
                    "$v$n与$n的$n，$v$m$n，不得擅自$v$n。",
                    "对$m$n$n进行检查，重点$v$n、$n和$n等方面的$n。",
                    "$p、$p等#家单位承担$m$n$n。",
                    "请于#月#日前将$m$n$n报送$o，逾期不予受理。",
                    "按照《示例省$n条例》的规定，$n$n应当$v$n，并$v$n。",
                    "**$v$n$n**。$o负责$v$m$n，$p予以配合。",
                    "$m$n所需经费#万元，从$n专项资金中列支，专款专用。"),
            ""),
    EN(
            "work project talent science innovation enterprise service construction training activity safety fund education "
                    + "information system platform quality standard responsibility task measure scheme plan material review "
                    + "department institution staff community school hospital environment energy data network equipment "
                    + "engineering industry market product budget procurement contract archive meeting report paper result "
                    + "expert teacher student youth union laboratory park port road bridge reservoir fishery forestry grain "
                    + "food medicine employment housing land catalogue indicator ledger hazard typhoon fire emergency drill "
                    + "culture tourism sport exhibition museum library patent software chip robot",
            "strengthen complete promote improve implement launch organize raise establish perfect regulate advance deepen "
                    + "optimize guarantee support draft submit check assess summarize publicize foster plan coordinate "
                    + "integrate monitor announce accept register",
            "key relevant provincial local annual special uniform new excellent advanced major basic public comprehensive "
                    + "distinctive digital green modern first-batch",
            "the_city_governments the_provincial_departments all_universities all_research_institutes "
                    + "the_enterprises_concerned all_provincial_societies all_industry_associations all_park_authorities",
            "Dongpu_Town Nanshan_Subdistrict Qingling_Village Baihe_Community Songjiang_Industrial_Park "
                    + "Baixi_Middle_School Liantang_Primary_School Yongan_Hospital Xinqiao_Technology_Ltd. Heping_Institute",
            List.of(
                    "It is for $o to $v the $m $n $n, to $v $n and $n, and to ensure real results.",
                    "They shall $v the $n of $n and $n, and may not $v any $n without approval.",
                    "The $m $n will be checked, with emphasis on $n, $n and the $n of $n.",
                    "$p, $p and # other units undertake the $m $n.",
                    "Please $v the $m $n to $o by #/#; late papers will not be accepted.",
                    "Under the *Example Province $n Regulations*, each $n shall $v its $n and $v the $n.",
                    "**To $v the $n $n.** It is for $o to $v the $m $n, assisted by $p.",
                    "The $m $n is financed with #0,000 yuan from the special fund for $n."),
            " ");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([nvmop])|#");

    private final String[] nouns;
    private final String[] verbs;
    private final String[] modifiers;
    private final String[] offices;
    private final String[] places;
    private final List<String> sentenceTemplates;
    private final String separator;

    SentenceGenerator(
            String nouns,
            String verbs,
            String modifiers,
            String offices,
            String places,
            List<String> sentenceTemplates,
            String separator) {
        this.nouns = nouns.split(" ");
        this.verbs = verbs.split(" ");
        this.modifiers = modifiers.split(" ");
        this.offices = offices.split(" ");
        this.places = places.split(" ");
        this.sentenceTemplates = sentenceTemplates;
        this.separator = separator;
    }

    /** Its key in file names. */
    String languageKey() {
        return this == ZH ? "zh" : "en";
    }

    /** The number of nouns. */
    int nounCount() {
        return nouns.length;
    }

    String noun(int number) {
        return nouns[number];
    }

    String office(Random random) {
        return offices[random.nextInt(offices.length)].replace('_', ' ');
    }

    String sentence(Random random) {
        return fillTemplate(sentenceTemplates.get(random.nextInt(sentenceTemplates.size())), random);
    }

    /** A paragraph of about this number of bytes in UTF-8. */
    String paragraph(Random random, int bytes) {
        StringBuilder text = new StringBuilder();
        int perLetter = this == ZH ? 3 : 1;
        while (text.length() * perLetter < bytes) {
            text.append(text.isEmpty() ? "" : separator).append(sentence(random));
        }
        return text.toString();
    }

    /**
     * Fills a template: a noun for each {@code $n}, words of other classes for {@code $v}, {@code $m}, {@code $o} and
     * {@code $p}, and a number for each #.
     */
    String fillTemplate(String text, Random random) {
        Matcher blanks = PLACEHOLDER.matcher(text);
        StringBuilder out = new StringBuilder();
        while (blanks.find()) {
            blanks.appendReplacement(out, randomWord(blanks.group(), random));
        }
        return blanks.appendTail(out).toString();
    }

    private String randomWord(String blank, Random random) {
        String[] list = switch (blank) {
            case "$n" -> nouns;
            case "$v" -> verbs;
            case "$m" -> modifiers;
            case "$o" -> offices;
            case "$p" -> places;
            default -> new String[0];
        };
        if (list.length == 0) {
            return Integer.toString(1 + random.nextInt(28));
        }
        // The smaller of two random numbers: some words are far more frequent than others, as in real texts.
        int place = Math.min(random.nextInt(list.length), random.nextInt(list.length));
        return list[place].replace('_', ' ');
    }
}
