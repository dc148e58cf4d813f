# Stores and their migrations.
makegood_room(db/engine USES app/base LINKS SQLiteCpp PkgConfig::sqlite3 PkgConfig::sodium)
makegood_room(db/terminal USES app/base app/core/budget app/core/catalogue app/core/substitute app/core/recovery app/core/voucher app/ports db/engine LINKS PkgConfig::xxhash)
makegood_room(db/server USES app/base app/ports db/engine)
