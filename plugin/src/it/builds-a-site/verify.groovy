import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def site = new File(basedir, 'target/site')
def files = []
site.eachFileRecurse(groovy.io.FileType.FILES) { files << site.toPath().relativize(it.toPath()).toString().replace('\\', '/') }

// The first run renders every file of the site, the second none.
def last = log.readLines().findAll { it =~ /\d+ 件通知，\d+ 个语种版本，\d+ 个文件/ }
assert last.size() == 2
assert last[0] =~ /2 件通知，4 个语种版本，${files.size()} 个文件：渲染 ${files.size()}，保留 0，删除 0；用时 \d+\.\d 秒$/
assert last[1] =~ /2 件通知，4 个语种版本，${files.size()} 个文件：渲染 0，保留 ${files.size()}，删除 0；用时 \d+\.\d 秒$/
assert log.readLines().count { it.endsWith('网站在 ' + site.canonicalPath) } == 2

def report = new JsonSlurper().parse(new File(basedir, 'target/noticepress/report.json'), 'UTF-8')
assert report.problems == []
assert [report.notices, report.editions, report.pages, report.rendered, report.kept, report.removed] ==
        [2, 4, files.size(), 0, files.size(), 0]

assert files.containsAll([
    '404.html',
    'checksums.txt',
    'data/notices-2030.json',
    'data/schema/notices.json',
    'en/feed.json',
    'en/feed.xml',
    'en/index.html',
    'en/issuers/example-city/feed.xml',
    'en/issuers/example-city/index.html',
    'en/kinds/gonggao/index.html',
    'en/notices/2030/community-2030/index.html',
    'en/notices/2030/opening-hours/index.html',
    'en/topics/governance/index.html',
    'en/years/2030/index.html',
    'index.html',
    'robots.txt',
    'sitemap.xml',
    'zh/index.html',
    'zh/notices/2030/community-2030/index.html',
    'zh/notices/2030/opening-hours/index.html',
])

// Nothing is written except the output, the work folder and the hidden folder beside the output.
assert new File(basedir, 'target').list().sort() - '.site.noticepress' == ['noticepress', 'site']
assert basedir.list().sort() ==
        ['.mvn', 'build.log', 'content', 'invoker.properties', 'pom.xml', 'target', 'verify.groovy']

def page = new File(site, 'zh/notices/2030/community-2030/index.html').getText('UTF-8')
assert page.contains('为丰富居民的科学生活，定于5月举办科普进社区活动。')
assert page.contains('示例科协发〔2030〕6号')
