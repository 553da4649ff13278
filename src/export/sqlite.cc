// A SQLite database, for a chronology of thousands of articles that is to be queried:
//
//   before 3 January 5 BC
//   select display, headline from event where last_day < -721000 order by position;
//
//   select e.display, e.headline from words w join event e on e.position = w.rowid
//   where words match 'bridge NEAR burned';
//
// Days are counted from 1970-01-01, so that they order through year zero, where texts with a minus would not;
// the four bounds stand beside them as EDTF writes them. NULL is an open end. The database is made in memory
// and written as its bytes, so that it goes wherever the other formats go. An event
// of one's own needs a headline and a date alone (`insert into event (headline,
// edtf) values ('The shots', '1914-06-28')`); annals import reads it back.
#include <sqlite3.h>

#include <memory>
#include <stdexcept>

#include "export/escape.h"
#include "export/row.h"
#include "export/when.h"

namespace annals {
namespace {

constexpr const char* schema = R"(
create table article (
  id integer primary key, name text not null, title text, date text, date_from text, text text not null);
create table event (
  position integer primary key, id text unique, article integer references article,
  display text, headline text not null, edtf text,
  earliest_start text, latest_start text, earliest_end text, latest_end text, first_day integer, last_day integer,
  precision text, approximate integer, basis text, extent text,
  status text, attributed_to text, who text, "where" text, expression text, timex text, rule text,
  sentence text, confidence real, note text);
create index event_days on event (first_day, last_day);
create table link (event text not null references event (id), relation text not null, other text not null, why text);
create table conflict (event text not null references event (id), what text not null);
create table undated (
  article integer not null references article, text text not null, headline text, reason text not null, sentence text);
create virtual table words using fts5 (headline, sentence, content='event', content_rowid='position');
)";

[[noreturn]] void fail(sqlite3* database) {
  throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database));
}

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

// A statement that is run again and again, its values bound from left to right.
class Insert {
 public:
  Insert(sqlite3* database, const std::string& table, int columns) : database_(database) {
    std::string sql = "insert into " + table + " values (?";
    for (int i = 1; i < columns; ++i) sql += ",?";
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, (sql + ")").c_str(), -1, &statement, nullptr) != SQLITE_OK)
      fail(database);
    statement_.reset(statement);
  }

  Insert& text(std::string_view value) {
    if (value.empty()) return null();
    sqlite3_bind_text(statement_.get(), ++bound_, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
    return *this;
  }
  Insert& some_text(std::string_view value) {  // where a column may not be null
    sqlite3_bind_text(statement_.get(), ++bound_, value.data(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
    return *this;
  }
  Insert& number(std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), ++bound_, value);
    return *this;
  }
  Insert& real(double value) {
    sqlite3_bind_double(statement_.get(), ++bound_, value);
    return *this;
  }
  Insert& null() {
    sqlite3_bind_null(statement_.get(), ++bound_);
    return *this;
  }
  Insert& edge(const std::optional<Moment>& moment) { return text(moment ? to_string(*moment) : ""); }
  Insert& day(const std::optional<Moment>& moment) { return moment ? number(moment->day.count) : null(); }
  void run() {
    if (sqlite3_step(statement_.get()) != SQLITE_DONE) fail(database_);
    sqlite3_reset(statement_.get());
    bound_ = 0;
  }

 private:
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  int bound_ = 0;
};

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

void add_articles(sqlite3* database, const Timeline& timeline) {
  Insert insert(database, "article", 6);
  std::int64_t id = 0;
  for (const Source& source : timeline.sources) {
    const Article& article = source.article;
    insert.number(++id).some_text(name_of(article)).text(one_line(article.title));
    insert.text(article.date ? to_string(*article.date) : "")
        .text(article.date_from)
        .some_text(article.text)
        .run();
  }
}

void add_event(const Timeline& timeline, const Event& event, std::int64_t position, Insert& insert) {
  const Resolved* timex = expression_of(timeline, event);
  insert.number(position).text(event.id).number(static_cast<std::int64_t>(event.source) + 1);
  insert.some_text(when(event)).some_text(one_line(event.headline)).text(event.edtf);
  insert.edge(event.when.earliest_start).edge(event.when.latest_start);
  insert.edge(event.when.earliest_end).edge(event.when.latest_end);
  insert.day(event.when.earliest_start).day(event.when.latest_end);
  insert.text(to_string(event.precision)).number(event.approximate ? 1 : 0).text(to_string(event.basis));
  insert.text(to_string(event.extent)).text(to_string(event.status)).text(one_line(event.attributed_to));
  insert.text(joined(event.who)).text(joined(event.where)).text(words_of_expression(timeline, event));
  insert.text(timex == nullptr ? "" : timex->value).text(timex == nullptr ? "" : timex->rule);
  insert.some_text(words_of(timeline, event.source, event.sentence))
      .real(std::stod(decimal(event.confidence)));
  insert.text(notes_of(event)).run();
}

void add_events(sqlite3* database, const Timeline& timeline) {
  Insert events(database, "event", 26), links(database, "link", 4), conflicts(database, "conflict", 2);
  std::int64_t position = 0;
  for (const Event& event : timeline.events) {
    add_event(timeline, event, ++position, events);
    for (const EventLink& link : event.links)
      links.text(event.id).text(link.relation).text(link.to).text(link.why).run();
    for (const Conflict& conflict : event.conflicts)
      conflicts.text(event.id).some_text(one_line(conflict.what)).run();
  }
}

void add_undated(sqlite3* database, const Timeline& timeline) {
  Insert insert(database, "undated", 5);
  for (const Undated& row : timeline.undated) {
    insert.number(static_cast<std::int64_t>(row.source) + 1)
        .some_text(one_line(row.text))
        .text(one_line(row.headline));
    insert.some_text(one_line(row.reason)).text(words_of(timeline, row.source, row.sentence)).run();
  }
}

}  // namespace

Losses write_sqlite(const Timeline& timeline, const ExportOptions&, std::ostream& out) {
  sqlite3* opened = nullptr;
  if (sqlite3_open(":memory:", &opened) != SQLITE_OK)
    throw std::runtime_error("SQLite: no room for a database");
  const std::unique_ptr<sqlite3, Close> database(opened);
  run(opened, schema);
  run(opened, "begin");
  add_articles(opened, timeline);
  add_events(opened, timeline);
  add_undated(opened, timeline);
  run(opened, "insert into words (words) values ('rebuild')");
  run(opened, "commit");
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Close> bytes(sqlite3_serialize(opened, "main", &size, 0));
  if (!bytes) fail(opened);
  out.write(reinterpret_cast<const char*>(bytes.get()), size);
  return {};
}

}  // namespace annals
