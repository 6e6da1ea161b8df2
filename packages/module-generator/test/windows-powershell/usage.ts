import type { Session } from '@mailtls/pwsh-bridge';

/** Something that a script uses: what sort of thing, its name, and the line. */
export interface Usage {
  readonly kind: UsageKind;
  readonly name: string;
  readonly line: number;
}

type UsageKind =
  /** What the parser objects to. */
  | 'error'
  /** A node of the syntax tree, a token at the start of a line, an operator, a number, an escape, a stream. */
  | 'syntax'
  | 'number'
  | 'escape'
  | 'stream'
  | 'variable'
  | 'attribute'
  /** A command, and `Command -Parameter`. */
  | 'command'
  | 'parameter'
  /** A function of its own, and a key of a table of its own. */
  | 'function'
  | 'key'
  /** A type by its full name; `Type::Member` with the number of arguments, as in `System.Math::Min/2`. */
  | 'type'
  | 'static'
  /** A member of whatever type: `Substring/2`, and a property. */
  | 'method'
  | 'property';

const SCAN = `param($Text)
$tokens = $errors = $null
$ast = [Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
foreach ($problem in $errors) { "error\`t$($problem.Message)\`t$($problem.Extent.StartLineNumber)" }
$isStart = $true
foreach ($token in $tokens) {
  $line = $token.Extent.StartLineNumber
  $kind = [string]$token.Kind
  if ($isStart -and $kind -in 'Pipe', 'Dot', 'QuestionDot') { "syntax\`t$kind at the start of a line\`t$line" }
  if ($kind -notin 'NewLine', 'Comment') { $isStart = $false } elseif ($kind -eq 'NewLine') { $isStart = $true }
  if ($kind -in 'StringExpandable', 'HereStringExpandable') {
    foreach ($escape in [regex]::Matches($token.Text, '\`.', 'Singleline')) { "escape\`t$($escape.Value[1])\`t$line" }
  }
}
function Show-Type($name, $line) {
  $type = $name.GetReflectionType()
  if ($null -eq $type) { "type\`t$($name.FullName)\`t$line"; return }
  while ($type.IsArray) { $type = $type.GetElementType() }
  if ($type.IsGenericType) { $type = $type.GetGenericTypeDefinition() }
  "type\`t$($type.FullName)\`t$line"
}
foreach ($node in $ast.FindAll({ $true }, $true)) {
  $line = $node.Extent.StartLineNumber
  $kind = $node.GetType().Name
  "syntax\`t$kind\`t$line"
  switch ($kind) {
    'NamedBlockAst' { if ($node.BlockKind -eq 'Clean') { "syntax\`tclean\`t$line" } }
    'PipelineAst' { if ($node.Background) { "syntax\`tbackground\`t$line" } }
    'BinaryExpressionAst' { "syntax\`t$($node.Operator)\`t$line" }
    'UnaryExpressionAst' { "syntax\`t$($node.TokenKind)\`t$line" }
    'AssignmentStatementAst' {
      "syntax\`t$($node.Operator)\`t$line"
      if ($node.Left -is [Management.Automation.Language.MemberExpressionAst]) { "key\`t$($node.Left.Member)\`t$line" }
    }
    'ConstantExpressionAst' { if ($node.StaticType.IsPrimitive) { "number\`t$($node.Extent.Text)\`t$line" } }
    'FileRedirectionAst' { "stream\`t$($node.FromStream)\`t$line" }
    'MergingRedirectionAst' { "stream\`t$($node.FromStream)\`t$line" }
    'VariableExpressionAst' { "variable\`t$($node.VariablePath.UserPath)\`t$line" }
    'AttributeAst' {
      "attribute\`t$($node.TypeName.FullName)\`t$line"
      foreach ($argument in $node.NamedArguments) { "attribute\`t$($node.TypeName.FullName).$($argument.ArgumentName)\`t$line" }
    }
    'FunctionDefinitionAst' { "function\`t$($node.Name)\`t$line" }
    'HashtableAst' {
      foreach ($pair in $node.KeyValuePairs) { if ($pair.Item1.Value -is [string]) { "key\`t$($pair.Item1.Value)\`t$line" } }
    }
    'CommandAst' {
      $command = $node.GetCommandName()
      if ($null -eq $command) { continue }
      "command\`t$command\`t$line"
      foreach ($element in $node.CommandElements) {
        if ($element -is [Management.Automation.Language.CommandParameterAst]) { "parameter\`t$command -$($element.ParameterName)\`t$line" }
      }
      if ($command -eq 'New-Object' -and $node.CommandElements.Count -gt 1) {
        Show-Type ([Management.Automation.Language.Parser]::ParseInput("[$($node.CommandElements[1].Value)]", [ref]$null, [ref]$null).EndBlock.Statements[0].PipelineElements[0].Expression.TypeName) $line
      }
    }
    { $_ -in 'TypeExpressionAst', 'TypeConstraintAst' } { Show-Type $node.TypeName $line }
    { $_ -in 'MemberExpressionAst', 'InvokeMemberExpressionAst' } {
      if ($node.NullConditional) { "syntax\`tnull-conditional\`t$line" }
      $member = $node.Member.Value
      if ($node.Member -isnot [Management.Automation.Language.StringConstantExpressionAst]) { continue }
      $isCall = $kind -eq 'InvokeMemberExpressionAst'
      $name = $member
      if ($isCall) { $name += "/$(@($node.Arguments | Where-Object { $_ }).Count)" }
      if ($node.Static -and $node.Expression -is [Management.Automation.Language.TypeExpressionAst]) {
        $type = $node.Expression.TypeName.GetReflectionType()
        if ($type) { $typeName = $type.FullName } else { $typeName = $node.Expression.TypeName.FullName }
        "static\`t\${typeName}::$name\`t$line"
      } elseif ($isCall) { "method\`t$name\`t$line" } else { "property\`t$name\`t$line" }
    }
    'IndexExpressionAst' { if ($node.NullConditional) { "syntax\`tnull-conditional\`t$line" } }
  }
}`;

/** What a script uses, as the parser of PowerShell 7 sees it. */
export async function usageOf(session: Session, text: string): Promise<readonly Usage[]> {
  const { output } = await session.invoke<string>(SCAN, { Text: text });
  return output.map((row) => {
    const [kind = '', name = '', line = ''] = row.split('\t');
    return { kind: kind as UsageKind, name, line: Number(line) };
  });
}
