#!/usr/bin/env bash
# Folders include only downwards: every #include under src/ is held against the table in src/README.md.
exec "$(command -v /usr/bin/python3 || command -v python3)" - "$(readlink -f "$(dirname "$0")/../../src")" <<'PYTHON'
import pathlib, re, sys

src = pathlib.Path(sys.argv[1])
allowed, libraries, problems = {}, {}, []
for line in (src / "README.md").read_text().splitlines():
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if not line.startswith("|") or len(cells) < 3 or cells[0] in ("folder", "---"): continue
    folder, may, third = cells[:3]
    words = [] if may == "-" else list(allowed) if may == "everything" else re.split(r",\s*", may)
    problems += [f"src/README.md: {folder} may not include {word}, which does not stand above it"
                 for word in words if word not in allowed]
    allowed[folder] = {folder, *words}
    for library, files in re.findall(r"([\w-]{2,})(?: \(([^)]*)\))?", third):
        libraries.setdefault(library, {})[folder] = files.split(", ") if files else [".h", ".cc"]
if not allowed: sys.exit("src/README.md: no table of folders")

files = [file for file in src.rglob("*") if file.suffix in (".h", ".cc")]
for file in files:
    folder = file.relative_to(src).parts[0]
    for number, line in enumerate(file.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if not found or file.parent == src: continue  # pipeline and main stand on top of everything
        where, name = f"src/{file.relative_to(src)}:{number}: ", found[2]
        first = re.split(r"[/.]", name)[0]
        if found[1] == '"' and folder not in allowed:
            problems.append(f"{where}the folder {folder} is not in the table of src/README.md")
        elif found[1] == '"' and not (first in allowed[folder] if "/" in name else folder == "cli"):
            problems.append(f"{where}{folder} may not include {name}")
        elif found[1] == "<" and first in libraries:
            if not {file.suffix, file.name} & set(libraries[first].get(folder, ())):
                problems.append(f"{where}{first} has no place here")
print("\n".join(problems) or f"{len(files)} files keep to the layers")
sys.exit(1 if problems else 0)
PYTHON
