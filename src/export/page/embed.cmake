# Puts the page together at build time and writes it as one C++ string: style and script go inline, each with its
# SHA-256 in the Content-Security-Policy, so that no other style and no other script can ever run on the page.
#
#   cmake -DPAGE=src/export/page -DD3=/usr/share/nodejs/d3/dist/d3.min.js -DOUT=page.cc -P embed.cmake
#
# {{language}}, {{title}}, {{plain}} and {{data}} stay for the writer.

# The digest of a text as the policy wants it: base64 of the 32 bytes, three bytes to four letters.
function(base64_sha256 text result)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  set(base64 "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}00" ${at} 6 three)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${three} >> ${shift}) & 63")
      string(SUBSTRING "${letters}" ${index} 1 letter)
      string(APPEND base64 "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${result} "${base64}=" PARENT_SCOPE)
endfunction()

# D3 asks for its notice wherever it goes (BSD 3-Clause).
file(READ ${PAGE}/d3-notice.js script)
file(READ ${D3} d3)
string(APPEND script "${d3}\n(() => {\n\"use strict\";\n\n")
foreach(part days ticks timeline layout chart card lists reader filters save main)
  file(READ ${PAGE}/${part}.js text)
  string(APPEND script "${text}\n")
endforeach()
string(APPEND script "})();\n")
file(READ ${PAGE}/page.css style)
foreach(part style script)
  if("${${part}}" MATCHES "</s(tyle|cript)")
    message(FATAL_ERROR "the ${part} of the page would close its own element")
  endif()
endforeach()

base64_sha256("${style}" style_hash)
base64_sha256("${script}" script_hash)
set(policy "default-src 'none'; style-src 'sha256-${style_hash}'; script-src 'sha256-${script_hash}'; base-uri 'none'; form-action 'none'")
file(READ ${PAGE}/page.html page)
foreach(part policy style script)
  string(REPLACE "{{${part}}}" "${${part}}" page "${page}")
endforeach()

# A raw string that no text ends by chance, in pieces: compilers need take no literal above 64 KB.
string(LENGTH "${page}" length)
set(literals "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${page}" ${at} 16000 piece)
  string(APPEND literals "R\"~page~(${piece})~page~\"\n")
  math(EXPR at "${at} + 16000")
endwhile()
file(WRITE ${OUT} "#include \"export/page.h\"\nnamespace annals {\nconst std::string_view page_template =\n${literals};\n}  // namespace annals\n")
