# Loads the module: data, words, functions. Its language is that of Windows, or the argument's:
# Import-Module MailTls -ArgumentList ro-RO
param([string]$UICulture = $PSUICulture)

function Import-Data([string]$Folder, [string]$Name) {
    Import-LocalizedData -BaseDirectory ([IO.Path]::Combine($PSScriptRoot, $Folder)) -FileName $Name -ErrorAction Stop
}

$script:Rules = Import-Data 'Data' 'Rules.psd1'
$script:Windows = Import-Data 'Data' 'Windows.psd1'
$script:Signatures = Import-Data 'Data' 'Signatures.psd1'
# The module's version is that of the catalogue that it was made from.
$script:Version = $script:Rules.catalogueVersion

# A country of its own makes no other language: Windows in Romanian of Moldova speaks Romanian too.
$language = 'en-US'
if ($UICulture -match '^ro(-|$)') { $language = 'ro-RO' }
$script:Strings = Import-Data $language 'MailTls.Strings.psd1'

foreach ($folder in 'Private', 'Public') {
    foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1')) { . $file }
}
